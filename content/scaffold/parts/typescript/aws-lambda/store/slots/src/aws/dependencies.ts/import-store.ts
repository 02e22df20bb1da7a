import { openStore } from './store';
