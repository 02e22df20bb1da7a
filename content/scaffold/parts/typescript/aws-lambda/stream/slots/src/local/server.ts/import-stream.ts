import { stream } from '../aws/triggers/stream';
