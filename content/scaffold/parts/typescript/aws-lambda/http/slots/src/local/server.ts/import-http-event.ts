import { answerHttp } from './http-event';
