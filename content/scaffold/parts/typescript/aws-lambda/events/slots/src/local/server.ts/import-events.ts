import { events } from '../aws/triggers/events';
