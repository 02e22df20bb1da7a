import { openFlags } from '../aws/flags';
