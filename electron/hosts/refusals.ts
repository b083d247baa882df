/** What a door itself refuses, before the program is asked: as JSON for the page's scripts, as a page for a person. */

export const refusals = {
  'phien-cu': {
    status: 403,
    title: 'Trang này không còn dùng được',
    message:
      'Trang này thuộc lần mở trước, hoặc không được mở từ Sổ Việc. Dữ liệu vẫn nguyên. ' +
      'Hãy mở lại bằng địa chỉ hiện ở cửa sổ đang chạy Sổ Việc.',
  },
  'trang-la': {
    status: 403,
    title: 'Yêu cầu từ trang khác',
    message:
      'Một trang khác đã gửi yêu cầu này nên Sổ Việc không làm gì. Dữ liệu vẫn nguyên. Hãy làm việc đó trong Sổ Việc.',
  },
  'sai-dia-chi': {
    status: 421,
    title: 'Địa chỉ không đúng',
    message:
      'Sổ Việc chỉ mở được trên chính máy này, bằng địa chỉ bắt đầu với http://127.0.0.1. ' +
      'Hãy mở lại bằng địa chỉ hiện ở cửa sổ đang chạy Sổ Việc.',
  },
  'khong-co-trang': {
    status: 404,
    title: 'Không có trang này',
    message: 'Địa chỉ này không có gì. Hãy trở về trang đầu của Sổ Việc.',
  },
  'khong-lam-duoc': {
    status: 405,
    title: 'Không làm được ở đây',
    message: 'Địa chỉ này chỉ để xem, không nhận dữ liệu. Chưa có gì thay đổi.',
  },
  'yeu-cau-hong': {
    status: 400,
    title: 'Yêu cầu không đọc được',
    message: 'Sổ Việc không đọc được yêu cầu này nên không làm gì. Hãy tải lại trang rồi thử lại.',
  },
  'chua-dung-giao-dien': {
    status: 503,
    title: 'Chưa có giao diện',
    message:
      'Phần giao diện chưa được dựng trên máy này. Dữ liệu vẫn nguyên. Hãy đóng Sổ Việc rồi mở lại bằng lệnh npm start.',
  },
  'loi-chuong-trinh': {
    status: 500,
    title: 'Sổ Việc gặp lỗi',
    message:
      'Sổ Việc gặp lỗi nên chưa làm xong việc này. Dữ liệu đã lưu vẫn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy mở lại Sổ Việc.',
  },
} as const;

export type RefusalCode = keyof typeof refusals;

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The refusal as data, in the shape of every other refusal of the program. */
export function doorRefusalAsData(code: RefusalCode): Response {
  const { status, message } = refusals[code];
  return Response.json({ error: { code, message } }, { status, headers });
}

/** The refusal as a page a person can read; it carries nothing from the request. */
export function doorRefusalAsPage(code: RefusalCode): Response {
  const { status, title, message } = refusals[code];
  const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Sổ Việc</title>
<style>
  body { font: 18px/1.6 "Segoe UI", system-ui, sans-serif; color: #1f2933; background: #f6f7f9; margin: 0 }
  main { max-width: 36em; margin: 18vh auto 0; padding: 2em 2.5em; background: #fff; border-radius: 10px }
  h1 { font-size: 1.35em; margin: 0 0 .6em }
  p { margin: 0 }
</style>
<main><h1>${title}</h1><p>${message}</p></main>
</html>
`;
  return new Response(page, { status, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}

/** A page when a person is navigating (the browser asks for HTML), data otherwise. */
export function doorRefusal(code: RefusalCode, request: { readonly headers: Headers }): Response {
  return (request.headers.get('accept') ?? '').includes('text/html')
    ? doorRefusalAsPage(code)
    : doorRefusalAsData(code);
}
