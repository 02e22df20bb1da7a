import { sampleUploads } from './uploads';
