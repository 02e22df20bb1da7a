import { http } from '../aws/triggers/http';
