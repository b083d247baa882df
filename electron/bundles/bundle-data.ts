/** From bytes to a bundle's data and a unit card: canonical JSON, known version, schema, agreement of the parts. BN30 to BN38. */
import type { z } from 'zod';
import { parseCanonicalJson } from '../../shared/bundle/canonical.ts';
import { bundleHead, dataPath, formatName, formatVersion } from '../../shared/bundle/fields-v1.ts';
import { faultsOf, isBundleKind, type KindOfBundle, readKind } from '../../shared/bundle/kinds.ts';
import type { ReferenceFault } from '../../shared/bundle/references.ts';
import { cardPath, type UnitCard, unitCard } from '../../shared/bundle/unit-card.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { type BundleProblem, problem } from './files/problems.ts';

export type BundleData = KindOfBundle & {
  /** The canonical text exactly as sent; store this, so that fields a newer program added are passed on unchanged. */
  text: string;
  /** Written by a newer program of the same major version: there may be fields this one does not show. */
  newerMinor: boolean;
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function canonicalText(bytes: Uint8Array): Result<{ text: string; value: unknown }, string> {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    return fail('utf-8');
  }
  const value = parseCanonicalJson(text);
  return value.ok ? ok({ text, value: value.value }) : fail(value.error);
}

/** `rows.3.state`: where the first fault of the schema lies. */
const placeOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';

/** Reads `data/bao-cao.json`. A newer major version and an unknown kind are told apart from damage: their sender did nothing wrong. */
export function readBundleData(bytes: Uint8Array): Result<BundleData, BundleProblem> {
  const canonical = canonicalText(bytes);
  if (!canonical.ok) return fail(problem('du-lieu-hong', `${dataPath}: ${canonical.error}`));
  const { text, value } = canonical.value;
  const head = bundleHead.safeParse(value);
  if (!head.success) return fail(problem('du-lieu-hong', placeOf(head.error)));
  const { format, bundle } = head.data;
  if (format.name !== formatName) return fail(problem('du-lieu-hong', 'format.name'));
  const [major = '', minor = ''] = format.version.split('.');
  const [ownMajor = '', ownMinor = ''] = formatVersion.split('.');
  if (Number(major) > Number(ownMajor) || !isBundleKind(bundle.kind)) return fail(problem('goi-moi', format.version));
  const { found, fault } = readKind(bundle.kind, value);
  if (fault !== null) return fail(problem('du-lieu-hong', fault));
  const faults = faultsOf(found);
  if (faults.length > 0) return fail(problem('du-lieu-lech', placesOf(faults)));
  return ok({ ...found, text, newerMinor: Number(minor) > Number(ownMinor) });
}

const namedFaults = 3;

/** The first three disagreements by id, for the message. */
const placesOf = (faults: readonly ReferenceFault[]): string =>
  faults
    .slice(0, namedFaults)
    .map(({ id }) => id)
    .join(', ');

/** Reads `unit-card.json`. */
export function readUnitCard(bytes: Uint8Array): Result<UnitCard, BundleProblem> {
  const canonical = canonicalText(bytes);
  const parsed = canonical.ok ? unitCard.safeParse(canonical.value.value) : null;
  return parsed?.success ? ok(parsed.data) : fail(problem('the-don-vi-sai', cardPath));
}
