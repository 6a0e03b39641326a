import { afterAll } from 'vitest';
import { cleanUpFile } from '#test/core/end-of-file.ts';

// Here, and not where something is opened: this runs for every file, also in a worker that has loaded the rest before.
afterAll(cleanUpFile);
