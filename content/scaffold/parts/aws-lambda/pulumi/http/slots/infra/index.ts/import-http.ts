import { createHttp } from './http.ts';
