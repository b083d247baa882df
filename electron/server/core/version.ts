/** Version of the program, from package.json; bundling writes it into the file. */
import manifest from '../../../package.json' with { type: 'json' };

export const version: string = manifest.version;
