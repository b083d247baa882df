/** The words after `npm start --`, the same for every way to start. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/core/result.ts';

export type StartArguments = {
  /** Absolute; undefined means the default place. */
  readonly dataDir: string | undefined;
  /** Undefined means any free port. */
  readonly port: number | undefined;
  /** Whether to open the browser. */
  readonly open: boolean;
  /** Whether the address is printed as JSON, for a program that starts this one. */
  readonly json: boolean;
};

export const usage = 'Cách dùng: npm start -- [--data THƯ_MỤC] [--port CỔNG] [--no-open]';

/** Refuses unknown words and a port that is none, with one sentence and the usage. */
export function readStartArguments(given: readonly string[]): Result<StartArguments, { readonly message: string }> {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    if (values.data === '') return fail({ message: `Thiếu tên thư mục sau --data. ${usage}` });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535 && values.port !== '')) {
      return fail({ message: `Cổng phải là một số từ 0 đến 65535. ${usage}` });
    }
    return ok({
      dataDir: values.data === undefined ? undefined : resolve(values.data),
      port,
      open: values['no-open'] !== true,
      json: values.json === true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail({ message: `Không hiểu các chữ sau lệnh. ${usage}` });
  }
}
