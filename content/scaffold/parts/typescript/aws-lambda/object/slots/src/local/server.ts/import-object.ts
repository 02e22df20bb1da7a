import { object } from '../aws/triggers/object';
