import { createSchedule } from './schedule.ts';
