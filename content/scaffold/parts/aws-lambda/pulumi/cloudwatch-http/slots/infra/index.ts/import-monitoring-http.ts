import { watchHttp } from './monitoring/http.ts';
