import { queue } from '../aws/triggers/queue';
