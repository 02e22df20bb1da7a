import { schedule } from '../aws/triggers/schedule';
