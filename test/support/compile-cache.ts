/**
 * Where Node keeps what it compiled, for the threads and processes that the tests start: each of them loads the same some hundred
 * modules, and half of its time went into compiling them again.
 */
import { fileURLToPath } from 'node:url';

export const compileCache = fileURLToPath(new URL('../results/.compiled', import.meta.url));
