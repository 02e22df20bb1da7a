import { createNotices } from './monitoring/notices.ts';
