/**
 * Areas (chỉ số nội dung) and components (nội dung thành phần) by stable codes. A code never changes and says nothing of the
 * number printed before the name: offices shift numbers when they insert areas of their own. `signs` are what names are known
 * by, against the plain key of a text (lower case, no accents, no punctuation).
 * Source of names and years: the annual PAPI reports 2011–2024 (papi.org.vn); local areas: plans of communes in Hưng Yên and Thái Nguyên.
 */
export type Component = { readonly code: string; readonly name: string; readonly signs: RegExp };

export type Area = {
  readonly code: string;
  readonly name: string;
  /** Other full names in use. */
  readonly variants: readonly string[];
  readonly signs: RegExp;
  /** Every component the area ever had, in printed order. */
  readonly components: readonly Component[];
};

const component = (code: string, name: string, signs: RegExp): Component => ({ code, name, signs });

export const areas: readonly Area[] = [
  {
    code: 'tham-gia',
    name: 'Tham gia của người dân ở cấp cơ sở',
    variants: ['Tham gia của người dân', 'Sự tham gia của người dân ở cấp cơ sở'],
    signs: /\btham gia cua (?:nguoi dan|nhan dan|cong dan)\b/,
    components: [
      component('tri-thuc-cong-dan', 'Tri thức công dân', /\btri thuc (?:cua )?(?:cong dan|nguoi dan)\b/),
      component('co-hoi-tham-gia', 'Cơ hội tham gia', /\bco hoi tham gia\b/),
      component('chat-luong-bau-cu', 'Chất lượng bầu cử', /\bchat luong (?:cac cuoc )?bau cu\b/),
      component('dong-gop-tu-nguyen', 'Đóng góp tự nguyện', /\b(?:dong gop tu nguyen|tu nguyen dong gop)\b/),
    ],
  },
  {
    code: 'cong-khai-minh-bach',
    name: 'Công khai, minh bạch trong việc ra quyết định ở địa phương',
    variants: [
      'Công khai, minh bạch',
      'Công khai, minh bạch trong việc ra quyết định',
      'Công khai, minh bạch trong hoạch định chính sách',
    ],
    signs: /\bcong khai (?:va )?minh bach\b/,
    components: [
      component('tiep-can-thong-tin', 'Tiếp cận thông tin', /\btiep can thong tin\b(?! (?:qua|tren) cong)/),
      component('danh-sach-ho-ngheo', 'Công khai, minh bạch danh sách hộ nghèo', /\bho ngheo\b/),
      component(
        'thu-chi-ngan-sach',
        'Công khai, minh bạch thu, chi ngân sách cấp xã/phường',
        /\b(?:cong khai|minh bach|thu chi)\b.*\bngan sach\b|\bngan sach (?:cap )?(?:xa|phuong|thi tran)\b/,
      ),
      component(
        'quy-hoach-dat',
        'Công khai, minh bạch quy hoạch/kế hoạch sử dụng đất, khung/bảng giá đất',
        /\b(?:quy hoach|ke hoach) su dung dat\b|\bqhkhsdd\b|\b(?:khung|bang) gia dat\b|\bcong khai (?:va )?minh bach quy hoach\b/,
      ),
    ],
  },
  {
    code: 'giai-trinh',
    name: 'Trách nhiệm giải trình với người dân',
    variants: ['Trách nhiệm giải trình'],
    signs: /\btrach nhiem giai trinh\b/,
    components: [
      component(
        'tuong-tac-chinh-quyen',
        'Tương tác với các cấp chính quyền',
        /\btuong tac (?:voi|giua) .{0,40}chinh quyen\b|\bmuc do tuong tac\b/,
      ),
      component(
        'giai-quyet-khieu-nai',
        'Giải đáp, giải quyết khiếu nại, tố cáo, khúc mắc của người dân',
        /\bkhieu nai\b|\bkhuc mac\b/,
      ),
      component('tiep-can-tu-phap', 'Tiếp cận dịch vụ tư pháp', /\bdich vu tu phap\b|\btiep can tu phap\b/),
    ],
  },
  {
    code: 'kiem-soat-tham-nhung',
    name: 'Kiểm soát tham nhũng trong khu vực công',
    variants: ['Kiểm soát tham nhũng'],
    signs: /\bkiem soat tham nhung\b(?! trong (?:chinh quyen|cung ung))/,
    components: [
      component(
        'tham-nhung-chinh-quyen',
        'Kiểm soát tham nhũng trong chính quyền địa phương',
        /\bkiem soat tham nhung trong (?:cac )?(?:chinh quyen|co quan hanh chinh)\b/,
      ),
      component(
        'tham-nhung-dich-vu-cong',
        'Kiểm soát tham nhũng trong cung ứng dịch vụ công',
        /\bkiem soat tham nhung trong (?:cung ung )?(?:cac )?dich vu cong\b/,
      ),
      component(
        'tuyen-dung-cong-bang',
        'Công bằng trong tuyển dụng vào khu vực nhà nước',
        /\bcong bang trong (?:viec )?tuyen dung\b|\btuyen dung (?:nhan luc )?vao (?:khu vuc|co quan) nha nuoc\b/,
      ),
      component(
        'quyet-tam-chong-tham-nhung',
        'Quyết tâm chống tham nhũng',
        /\bquyet tam (?:phong )?(?:chong )?(?:phong )?(?:chong )?tham nhung\b/,
      ),
    ],
  },
  {
    code: 'thu-tuc-hanh-chinh',
    name: 'Thủ tục hành chính công',
    variants: ['Thủ tục hành chính'],
    signs: /\bthu tuc hanh chinh(?: cong)?\b|^tthc$/,
    components: [
      component(
        'chung-thuc-xac-nhan',
        'Dịch vụ chứng thực, xác nhận của chính quyền',
        /\bchung thuc\b.*\bxac nhan\b|\bdich vu chung thuc\b/,
      ),
      component('cap-phep-xay-dung', 'Cấp phép xây dựng', /\bcap (?:giay )?phep xay dung\b/),
      component(
        'giay-chung-nhan-dat',
        'Cấp giấy chứng nhận quyền sử dụng đất',
        /\b(?:giay chung nhan|gcn|gcnqsdd)\b(?: quyen su dung dat)?/,
      ),
      component(
        'hanh-chinh-cap-xa',
        'Dịch vụ hành chính cấp xã/phường',
        /\b(?:dich vu|thu tuc) hanh chinh (?:o |tai )?(?:cap )?(?:xa|phuong|thi tran)\b/,
      ),
    ],
  },
  {
    code: 'dich-vu-cong',
    name: 'Cung ứng dịch vụ công',
    variants: ['Cung ứng dịch vụ công cho người dân'],
    signs: /(?<!tham nhung trong )\bcung ung (?:cac )?dich vu cong\b/,
    components: [
      component('y-te-cong-lap', 'Y tế công lập', /\by te cong lap\b|\bdich vu y te\b/),
      component('giao-duc-tieu-hoc', 'Giáo dục tiểu học công lập', /\bgiao duc tieu hoc\b/),
      component('ha-tang-can-ban', 'Cơ sở hạ tầng căn bản', /\b(?:co so )?ha tang (?:can ban|co ban|thiet yeu)\b/),
      component('an-ninh-trat-tu', 'An ninh, trật tự địa bàn khu dân cư', /\ban ninh (?:va )?trat tu\b/),
    ],
  },
  {
    code: 'moi-truong',
    name: 'Quản trị môi trường',
    variants: [],
    signs: /\bquan tri (?:ve )?moi truong\b/,
    components: [
      component(
        'nghiem-tuc-bao-ve',
        'Nghiêm túc trong bảo vệ môi trường',
        /\b(?:nghiem tuc|nghiem minh) trong (?:viec )?bao ve moi truong\b/,
      ),
      component(
        'chat-luong-khong-khi',
        'Chất lượng không khí',
        /\bchat luong (?:nuoc (?:va )?(?:chat luong )?)?khong khi\b/,
      ),
      component(
        'chat-luong-nuoc',
        'Chất lượng nước',
        /\bchat luong (?:khong khi (?:va )?(?:chat luong )?)?(?:nguon )?nuoc\b/,
      ),
    ],
  },
  {
    code: 'quan-tri-dien-tu',
    name: 'Quản trị điện tử',
    variants: [],
    signs: /\bquan tri dien tu\b/,
    components: [
      component(
        'cong-thong-tin',
        'Tiếp cận cổng thông tin điện tử của chính quyền địa phương',
        /\b(?:tiep can|su dung) (?:va su dung )?(?:cac )?cong thong tin\b|\btiep can thong tin (?:qua|tren) cong\b/,
      ),
      component('internet', 'Tiếp cận và sử dụng internet tại địa phương', /\binternet\b/),
      component(
        'phuc-dap',
        'Phúc đáp qua cổng thông tin điện tử',
        /\b(?:phuc dap|tra loi|phan hoi) (?:yeu cau )?(?:cua .{0,40} )?(?:qua|tren) (?:cac )?(?:cong|trang) thong tin\b/,
      ),
    ],
  },
  {
    code: 'dan-chu',
    name: 'Việc thực hiện dân chủ trong hoạt động của cơ quan',
    variants: ['Thực hiện dân chủ trong hoạt động của UBND', 'Dân chủ trong hoạt động'],
    signs: /\bdan chu trong (?:noi bo )?(?:hoat dong|co quan)\b/,
    components: [
      component('noi-quy-quy-che', 'Ban hành nội quy, quy chế', /\b(?:noi quy|quy che)\b/),
      component(
        'cong-khai-can-bo-biet',
        'Công khai những việc để cán bộ, công chức biết',
        /\bcong khai (?:nhung )?viec .{0,20}can bo\b/,
      ),
      component('giam-sat-ttnd', 'Hoạt động giám sát của Ban Thanh tra nhân dân', /\bgiam sat cua ban thanh tra\b/),
      component('ban-ttnd', 'Ban Thanh tra nhân dân', /(?<!giam sat cua )\bban thanh tra nhan dan\b/),
    ],
  },
  {
    code: 'chi-dao-dieu-hanh',
    name: 'Công tác chỉ đạo, điều hành',
    variants: ['Lãnh đạo, chỉ đạo, điều hành'],
    signs: /\bchi dao (?:va )?dieu hanh\b/,
    components: [],
  },
];
