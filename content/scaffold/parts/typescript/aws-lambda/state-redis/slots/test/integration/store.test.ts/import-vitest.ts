import { describe, expect, it, vi } from 'vitest';
