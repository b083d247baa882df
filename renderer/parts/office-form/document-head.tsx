/** Head and signature of a document as the office's names will print. Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I, boxes 1 to 4 and 7. */
import { issuerLines } from '../../../shared/office/unit.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import styles from './document-head.module.css';
import { type OfficeValues, placeOf } from './values.ts';

/** Dots where the form is still empty, so that the shape of the page is there from the first moment. */
const orDots = (text: string) => (oneLine(text) === '' ? '…………' : oneLine(text));

export function DocumentHead({ values }: { values: OfficeValues }) {
  const [authority, unit] = issuerLines({ kind: values.kind, name: orDots(values.name) });
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>Văn bản sẽ in như sau</figcaption>
      <div className={styles.paper}>
        <div className={styles.head}>
          <div className={styles.left}>
            <strong>{authority}</strong>
            <strong>{unit}</strong>
            <span className={styles.ruleShort} />
            <div className={styles.number}>
              Số: <span className={styles.blank} /> /KH-UBND
            </div>
          </div>
          <div className={styles.right}>
            <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
            <strong className={styles.motto}>Độc lập - Tự do - Hạnh phúc</strong>
            <span className={styles.ruleLong} />
            <em className={styles.place}>{orDots(placeOf(values))}, ngày … tháng … năm …</em>
          </div>
        </div>
        <div className={styles.title}>
          <strong>KẾ HOẠCH</strong>
          <span className={styles.lines} aria-hidden />
        </div>
        <div className={styles.foot}>
          <div className={styles.recipients}>
            <em>
              <strong>Nơi nhận:</strong>
            </em>
            <div>- Như trên;</div>
            <div>- Lưu: VT.</div>
          </div>
          <div className={styles.signer}>
            <strong>TM. ỦY BAN NHÂN DÂN</strong>
            <strong>{orDots(values.chairTitle)}</strong>
            <strong className={styles.signerName}>{orDots(values.chairName)}</strong>
          </div>
        </div>
      </div>
    </figure>
  );
}
