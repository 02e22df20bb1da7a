import { createDashboard } from './monitoring/dashboard.ts';
