/** When the program itself is at fault: what happened, what was kept, how to go on. Never a white window. */
import { Button } from '@mantine/core';
import { IconBandage, IconMapQuestion } from '@tabler/icons-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import styles from './errors.module.css';

type Props = {
  /** The outermost net has no frame around it. */
  whole?: boolean;
  children: ReactNode;
};

/** React offers error boundaries only as classes. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <BrokenPage
        error={this.state.error}
        whole={this.props.whole ?? false}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}

function BrokenPage({ error, whole, onRetry }: { error: Error; whole: boolean; onRetry: () => void }) {
  const missingPart = /dynamically imported module|Loading chunk|Importing a module/i.test(error.message);
  const page = (
    <Page title="Màn hình gặp lỗi" body="fill">
      <EmptyState
        icon={IconBandage}
        title={missingPart ? 'Chưa mở được màn hình này' : 'Màn hình này vừa gặp lỗi của chương trình'}
        action={
          <>
            <Button variant="filled" onClick={onRetry}>
              Thử lại
            </Button>
            <Button onClick={() => window.location.reload()}>Tải lại cửa sổ</Button>
          </>
        }
      >
        <p className={styles.line}>
          Mọi việc đã báo “Đã lưu” vẫn còn nguyên. Chữ đang gõ dở được giữ làm bản nháp trên máy này.
        </p>
        <p className={styles.line}>Hãy bấm Thử lại. Nếu vẫn lỗi, tải lại cửa sổ hoặc mở một màn hình khác.</p>
        <details className={styles.details}>
          <summary>Chi tiết để báo cho người hỗ trợ</summary>
          <code className={styles.code}>{`${error.name}: ${error.message}`.slice(0, 600)}</code>
        </details>
      </EmptyState>
    </Page>
  );
  return whole ? <main className={styles.whole}>{page}</main> : page;
}

export function NotFoundPage({ path }: { path: string }) {
  return (
    <Page title="Không có màn hình này" body="fill">
      <EmptyState
        icon={IconMapQuestion}
        title="Địa chỉ này không dẫn đến màn hình nào"
        action={
          <Button component="a" href="#/" variant="filled">
            Về Hôm nay
          </Button>
        }
      >
        <code className={styles.code}>{path.slice(0, 200)}</code>
      </EmptyState>
    </Page>
  );
}
