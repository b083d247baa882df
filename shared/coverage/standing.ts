/** What a plan bundle is beside what is here. Rules PX1 to PX3 of SPEC.md. */

export type PlanStanding = 'moi' | 'thay-the' | 'cu-hon' | 'xung-dot' | 'khong-phai-cap-tren' | 'cho-don-vi-khac';

export type ArrivingPlan = {
  readonly planId: string;
  readonly installationId: string;
  readonly sequence: number;
  readonly digest: string;
  /** Null: for every unit alike. */
  readonly receiverId: string | null;
};

export type KeptPlan = {
  readonly installationId: string;
  readonly sequence: number;
  readonly digest: string;
};

/** `known`: what is here of the same plan, whole or put aside. */
export function planStanding(
  arriving: ArrivingPlan,
  known: readonly KeptPlan[],
  own: { readonly unitId: string | null; readonly fromSuperior: boolean },
): PlanStanding {
  if (!own.fromSuperior) return 'khong-phai-cap-tren';
  if (arriving.receiverId !== null && arriving.receiverId !== own.unitId) return 'cho-don-vi-khac';
  const same = known.filter(({ installationId }) => installationId === arriving.installationId);
  if (same.some(({ sequence, digest }) => sequence === arriving.sequence && digest !== arriving.digest))
    return 'xung-dot';
  if (same.some(({ sequence }) => sequence > arriving.sequence)) return 'cu-hon';
  return known.length === 0 ? 'moi' : 'thay-the';
}
