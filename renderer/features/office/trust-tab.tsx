/** "Khóa và thẻ đơn vị": our own card to give away, the keys of other units to compare, what was decided about them. */
import { Button } from '@mantine/core';
import { IconDownload, IconId } from '@tabler/icons-react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { KeyDecision, KeyView, TrustView } from '../../../shared/api/contract/trust.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { useData, useWrite } from '../../data/cache.ts';
import { call, callForBytes, Refusal } from '../../data/client.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { saveBlob } from '../../parts/save-file.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { showProblemToast } from '../../ui/toast.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { CardDrop } from './card-drop.tsx';
import { decisionsOf, keyWords } from './key-words.ts';
import styles from './office-page.module.css';

export function TrustTab() {
  const { data, error } = useData(contract.trust.view);
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return null;
  return (
    <div className={styles.cards}>
      <OwnPane trust={data} />
      <KeysPane trust={data} />
    </div>
  );
}

function OwnPane({ trust: { own } }: { trust: TrustView }) {
  const confirm = useConfirm();
  const settle = useWrite(() => call(contract.trust.settle, { body: {} }));
  const renew = useWrite(() => call(contract.trust.renew, { body: {} }));
  const save = async () => {
    try {
      saveBlob(await callForBytes(contract.trust.card), own.cardName);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showProblemToast(error.message);
    }
  };
  const makeNew = async () => {
    const agreed = await confirm.ask({
      title: 'Tạo khóa mới cho máy này?',
      yes: 'Tạo khóa mới',
      danger: true,
      children:
        'Gói xuất từ nay ký bằng khóa mới; cấp trên sẽ thấy khóa đổi và phải gọi điện so lại. Gói người khác đã khóa cho khóa cũ vẫn mở được. Sau đó hãy gửi thẻ mới cho cấp trên.',
    });
    if (agreed) renew.mutate(undefined);
  };
  return (
    <Pane title="Thẻ của cơ quan này" padded>
      <div className={styles.stack}>
        {own.moved ? (
          <Note
            tone="problem"
            title="Dữ liệu này được chép từ máy khác sang."
            actions={
              <>
                <Button onClick={() => settle.mutate(undefined)}>Đã chuyển hẳn sang máy này</Button>
                <Button onClick={() => void makeNew()}>Máy cũ vẫn dùng: tạo khóa mới</Button>
              </>
            }
          >
            Hai máy dùng chung một khóa thì số gói trùng nhau, cấp trên không biết bản nào đúng.
          </Note>
        ) : null}
        {own.lost ? (
          <Note tone="doubt" title="Dữ liệu được khôi phục từ bản cũ.">
            Sổ gửi thiếu gói số {own.lost.from === own.lost.to ? own.lost.from : `${own.lost.from} đến ${own.lost.to}`}.
            Gói sau sẽ mang số {own.lost.to + 1}, không trùng với gói đã gửi.
          </Note>
        ) : null}
        <div>
          <strong>{own.unitName}</strong>
          <Fingerprint label="Dấu vân tay" digits={own.fingerprint.digits} words={own.fingerprint.words} />
        </div>
        <p className="soft">
          Gửi tệp thẻ cho cấp trên hoặc đơn vị khác. Người nhận gọi điện, hai bên đọc dấu vân tay (số hoặc chữ) cho
          nhau; đúng từng nhóm thì mới tin. Thẻ cũng đi sẵn trong mọi gói.
        </p>
        <div className={styles.actions}>
          <Button variant="filled" leftSection={<IconDownload size="1.125rem" />} onClick={() => void save()}>
            Lưu tệp thẻ
          </Button>
          <Button onClick={() => void makeNew()} loading={renew.isPending}>
            Mất khóa, thêm máy: tạo khóa mới…
          </Button>
        </div>
        <p className="soft">
          Khóa nằm trong thư mục “khoa-ky” cạnh dữ liệu và trong mỗi bản sao lưu, không có mật khẩu riêng: ai chép được
          thư mục dữ liệu thì ký thay được. Hãy giữ USB sao lưu như giữ con dấu.
        </p>
      </div>
      {confirm.dialog}
    </Pane>
  );
}

function KeysPane({ trust: { keys, forks } }: { trust: TrustView }) {
  return (
    <Pane title="Khóa của đơn vị khác" aside={keys.length > 0 ? `${keys.length} khóa` : undefined} padded>
      <div className={styles.stack}>
        <CardDrop />
        {forks.map((fork) => (
          <Note key={`${fork.installationId}/${fork.sequence}`} tone="doubt" title={`${fork.unitName}:`}>
            có thể đã khôi phục bản sao lưu cũ hoặc nhân bản máy, thấy hai gói khác nhau cùng số {fork.sequence} ngày{' '}
            {typedDate(dateInVietnam(fork.seenAt))}.
          </Note>
        ))}
        {keys.length === 0 ? (
          <EmptyState icon={IconId} title="Chưa thấy khóa của đơn vị nào" size="small">
            Thả tệp thẻ của cấp trên vào đây để khóa gói cho cấp trên; khóa của đơn vị gửi gói tự vào danh sách khi
            nhận.
          </EmptyState>
        ) : (
          <ul className={styles.keys} aria-label="Khóa của đơn vị khác">
            {keys.map((key) => (
              <KeyRow key={key.id} trusted={key} />
            ))}
          </ul>
        )}
      </div>
    </Pane>
  );
}

function KeyRow({ trusted }: { trusted: KeyView }) {
  const confirm = useConfirm();
  const decide = useWrite((decision: KeyDecision) =>
    call(contract.trust.decide, { params: { id: trusted.id }, body: { revision: trusted.revision, decision } }),
  );
  const press = async ({ decision, words, question }: ReturnType<typeof decisionsOf>[number]) => {
    if (question && !(await confirm.ask({ title: `${words}?`, yes: words, danger: true, children: question }))) return;
    decide.mutate(decision);
  };
  return (
    <li className={trusted.changed ? styles.changedKey : undefined}>
      <div className={styles.row}>
        <strong>{trusted.unitName}</strong>
        <span className={styles[trusted.standing]}>{keyWords(trusted)}</span>
      </div>
      {trusted.cardName ? <div className="soft">Trên thẻ ghi: {trusted.cardName}</div> : null}
      <Fingerprint
        label={`Thấy lần đầu ${typedDate(dateInVietnam(trusted.firstSeenAt))}`}
        digits={trusted.fingerprint.digits}
        words={trusted.standing === 'moi' ? trusted.fingerprint.words : []}
      />
      {trusted.changed ? (
        <Note tone="problem" title="Khóa khác khóa đang biết.">
          Có thể đơn vị mất máy, cài lại hoặc thêm máy; cũng có thể có người giả mạo. Hãy gọi điện cho người quen ở đơn
          vị đó, so từng nhóm, rồi mới chọn.
        </Note>
      ) : null}
      <div className={styles.actions}>
        {decisionsOf(trusted).map((each) => (
          <Button key={each.decision} size="compact-sm" onClick={() => void press(each)} loading={decide.isPending}>
            {each.words}
          </Button>
        ))}
      </div>
      {decide.error ? (
        <Note tone="problem" announce>
          {decide.error.message}
        </Note>
      ) : null}
      {confirm.dialog}
    </li>
  );
}
