/** Every screen of the program, filled with the practice office's data, has no serious or critical accessibility finding. */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

/** Places that have an address but no line of their own in the navigation. */
const besideNavigation = [
  '/soan',
  '/bao-cao/soan',
  '/ra-soat/noi-dung',
  '/ra-soat/the-thuc-ke-hoach',
  '/ra-soat/the-thuc-bao-cao',
  '/ra-soat/tep-word',
  '/ra-soat/ban-hanh',
  '/mo-ke-hoach',
  '/ke-hoach/ban-word',
  '/ke-hoach/giao-xuong',
  '/ke-hoach/cap-tren',
  '/bao-cao/ban-word',
  '/dieu-hanh/noi-dung',
  '/dieu-hanh/ky',
  '/dieu-hanh/ca-nam',
  '/dieu-hanh/ban-trinh',
  '/co-quan/ban-giao',
  '/thoi-han/su-kien',
  '/thoi-han/ky',
  '/thoi-han/ngay-lam-viec',
  '/co-quan/nguoi',
  '/co-quan/bo-phan',
  '/co-quan/chua-ro',
  '/co-quan/khoa',
  '/co-quan/du-lieu',
  '/co-quan/ho-so',
];

/** The screen has loaded: its title is there and nothing turns any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await expect(page.locator('h1').first()).not.toHaveText(/gặp lỗi|Không có màn hình/);
  await expect(page.getByRole('main').locator('.mantine-Loader-root')).toHaveCount(0);
}

test('first run', async ({ page, office }) => {
  await openScreen(page, office);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(page.getByText('Hãy ghi tên xã.')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

test('every screen of a working office', async ({ page, office }) => {
  await fillPractice(office);
  await askOffice(office, contract.office.addProfile, { body: { label: 'Hồ sơ thứ hai' } });
  await openScreen(page, office);
  const links = page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('link');
  const routes = await links.evaluateAll((all) =>
    all.map((link) => (link.getAttribute('href') ?? '').replace(/^#/, '')),
  );
  expect(routes.length).toBeGreaterThan(8);
  for (const route of [...routes, ...besideNavigation]) {
    await test.step(route, async () => {
      await openScreen(page, office, route);
      await settled(page);
      expect.soft(await seriousFindings(page), route).toEqual([]);
    });
  }
  await test.step('next year’s plan', async () => {
    await openScreen(page, office, '/ke-hoach');
    await page.getByRole('button', { name: 'Thêm kế hoạch' }).click();
    await page.getByRole('menuitem', { name: /^Sang năm mới/ }).click();
    await expect(page.getByRole('dialog', { name: 'Sang năm mới' })).toBeVisible();
    expect.soft(await seriousFindings(page), 'next year').toEqual([]);
  });
});

test('every screen of an office that has nothing yet', async ({ page, office }) => {
  await nameOffice(office, { kind: 'tinh', name: 'Hưng Yên', superiorKind: null, superiorName: '' });
  await openScreen(page, office);
  const links = page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('link');
  const routes = await links.evaluateAll((all) =>
    all.map((link) => (link.getAttribute('href') ?? '').replace(/^#/, '')),
  );
  for (const route of [...routes, '/co-quan/cap-duoi']) {
    await test.step(route, async () => {
      await openScreen(page, office, route);
      await settled(page);
      expect.soft(await seriousFindings(page), route).toEqual([]);
    });
  }
});
