/** Trợ giúp: the whole program on one page, with its table of contents beside it. */
import type { ComponentType } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { Page, Pane } from '../../ui/page.tsx';
import { DataSection, SendingSection, UndoSection } from './data-sections.tsx';
import styles from './help-page.module.css';
import { KeysSection } from './keys-section.tsx';
import { MessagesSection } from './messages-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { StepsSection } from './steps-section.tsx';
import { SuperiorSection } from './superior-section.tsx';
import { TimeSection } from './time-section.tsx';

const sections: readonly { id: string; title: string; body: ComponentType }[] = [
  { id: 'bay-buoc', title: 'Bảy bước của một kỳ báo cáo', body: StepsSection },
  { id: 'hoan-tac', title: 'Bước nào cũng hoàn tác được', body: UndoSection },
  { id: 'thoi-han', title: 'Đến hạn, chỉ tiêu, hoạt động', body: TimeSection },
  { id: 'cap-tren', title: 'Trả lời, biên nhận, tổng hợp, khóa', body: SuperiorSection },
  { id: 'nguoi', title: 'Người, bộ phận và hồ sơ', body: PeopleSection },
  { id: 'du-lieu', title: 'Dữ liệu và sao lưu', body: DataSection },
  { id: 'gui', title: 'Gửi bằng USB, thư điện tử, Zalo', body: SendingSection },
  { id: 'thong-bao', title: 'Khi có thông báo hiện ra', body: MessagesSection },
  { id: 'phim-tat', title: 'Phím tắt', body: KeysSection },
];

export default function HelpPage() {
  const version = useData(contract.office.state).data?.version;
  const show = (id: string) => {
    const heading = document.querySelector<HTMLElement>(`[data-help="${id}"]`);
    heading?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Page
      title="Trợ giúp"
      sub={version ? `Sổ Việc ${version} · chạy trên máy này, không cần mạng` : undefined}
      body="fill"
    >
      <div className={styles.columns}>
        <Pane title="Mục lục">
          <nav aria-label="Mục lục trợ giúp">
            <ol className={styles.contents}>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className={styles.contentsItem} onClick={() => show(id)}>
                    {title}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        </Pane>
        <Pane label="Nội dung trợ giúp">
          {/* A pane that scrolls and holds few controls must itself take the keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
          <div className={styles.text} tabIndex={0}>
            {sections.map(({ id, title, body: Body }) => (
              <section key={id} aria-labelledby={`help-${id}`}>
                <h2 id={`help-${id}`} className={styles.heading} tabIndex={-1} data-help={id}>
                  {title}
                </h2>
                <Body />
              </section>
            ))}
          </div>
        </Pane>
      </div>
    </Page>
  );
}
