/** The targets and kinds of proof of one result while they are corrected by hand. */
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ResultView } from '../../../shared/api/contract/targets.ts';
import type { ChosenTarget } from '../../../shared/target/group-targets.ts';
import { type ProofKind, proofKinds } from '../../../shared/target/target.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../acts.ts';
import { amountWords, parseAmount } from '../numbers/amounts.ts';

/** A target and its number as typed, which may not be a number yet. */
export type TargetLine = { target: ChosenTarget; value: string };

/** `wrong` while a number cannot be read; `send(false)` goes back to what the plan's words say. */
export function useTargetChoice(result: ResultView, groupId: string, onClose: () => void) {
  const [lines, setLines] = useState<TargetLine[]>(() =>
    result.chosen.map((target) => ({ target, value: amountWords(target.value) })),
  );
  const [proofs, setProofs] = useState<readonly ProofKind[]>(() => result.proofs.map((item) => item.kind));
  const change = (at: number, patch: Partial<ChosenTarget>, value?: string) =>
    setLines(
      lines.map((line, index) =>
        index === at ? { target: { ...line.target, ...patch }, value: value ?? line.value } : line,
      ),
    );
  const remove = (at: number) => setLines(lines.filter((_, index) => index !== at));
  const add = () => {
    const taken = new Set(lines.map((line) => line.target.key));
    let number = 1;
    while (taken.has(`t${number}`)) number += 1;
    const target: ChosenTarget = {
      key: `t${number}`,
      operator: '=',
      value: null,
      unit: '%',
      per: null,
      of: '',
      that: null,
      givenBy: null,
      gathering: null,
    };
    setLines([...lines, { target, value: '' }]);
  };
  const choose = (kind: ProofKind, wanted: boolean) =>
    setProofs(
      wanted
        ? proofKinds.filter((each) => each === kind || proofs.includes(each))
        : proofs.filter((each) => each !== kind),
    );
  const wrong = lines.some((line) => parseAmount(line.value) === undefined);
  const send = async (own: boolean) => {
    const targets = lines.map(({ target, value }) => ({ ...target, value: parseAmount(value) ?? null }));
    const answer = await attemptWithUndo(
      own ? 'Đã sửa chỉ tiêu, minh chứng cần có' : 'Đã lấy lại như chữ của kế hoạch',
      () =>
        call(contract.targets.saveChoice, {
          body: {
            groupId,
            words: result.words,
            revision: result.choiceRevision,
            targets: own ? targets : null,
            proofs: own ? [...proofs] : null,
          },
        }),
    );
    if (answer) onClose();
  };
  return { lines, change, remove, add, proofs, choose, wrong, send };
}
