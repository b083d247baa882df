/** Faults planted one at a time in the right plan of this folder, each with the one rule that must find it. */
import { type Edit, inPart, inSection, inText, paragraphOf, runsOf } from './right-document.ts';

/** Twentieths of a point in a millimetre. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

const number = (text: string): Edit => inText('Số: 08/KH-UBND<', `${text}<`);
const date = (text: string): Edit => inText('An Bình, ngày 05 tháng 01 năm 2024', text);
/** The annex repeats number and date; a fault in the head must not look like a difference. */
const annexBlank: Edit = inText(/số 08\/KH-UBND ngày 05\/01\/2024/, 'số     /KH-UBND ngày     ');
const footer: Edit = (part, set) => {
  set(
    'word/document.xml',
    part('word/document.xml').replaceAll('<w:headerReference w:type="default"', '<w:footerReference w:type="default"'),
  );
};
const pageNumbers =
  (properties: string): Edit =>
  (part, set) => {
    for (const name of ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'])
      if (part(name).includes('PAGE')) set(name, part(name).replaceAll('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`));
  };
const pageInstruction =
  (instruction: string): Edit =>
  (part, set) => {
    for (const name of ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'])
      if (part(name).includes('PAGE')) {
        set(name, part(name).replace('PAGE', instruction));
        return;
      }
  };
const underMotto = /(Hạnh phúc<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pBdr>.*?<\/w:p>/;
/** The long paragraphs of the text. */
const boldText: Edit = (part, set) =>
  set(
    'word/document.xml',
    part('word/document.xml').replace(/<w:r>(<w:t[^>]*>Công khai đầy đủ)/, '<w:r><w:rPr><w:b/></w:rPr>$1'),
  );
const lineUnder = (text: string, left: number): Edit =>
  inText(
    new RegExp(`(${text}</w:t></w:r></w:p><w:p><w:pPr><w:pBdr>.*?)<w:ind [^>]*/>`),
    `$1<w:ind w:left="${mm(left)}" w:right="${mm(left)}"/>`,
  );

/** Rule → faults; each fault alone is found by that rule and by no other. */
export const planted: readonly [rule: string, fault: string, ...edits: Edit[]][] = [
  ['page.paper', 'Letter', inSection(1, 'w:h="16838"', 'w:h="15840"')],
  ['page.font', 'another font', runsOf('BodyText', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')],
  ['page.font', 'another font for accented letters', runsOf('BodyText', '<w:rFonts w:hAnsi="Calibri"/>')],
  [
    'page.font',
    'another font in a style',
    inPart('word/styles.xml', /(w:styleId="Subject".*?<w:rPr>)/, '$1<w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma"/>'),
  ],
  ['page.font', 'in the page number', pageNumbers('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')],
  ['page.color', 'red', runsOf('Heading1', '<w:color w:val="FF0000"/>')],
  ['sizes.coherent', 'nation 12, motto 14', runsOf('NationalName', '<w:b/><w:sz w:val="24"/>')],
  ['sizes.body', 'one paragraph smaller', runsOf('BodyText', '<w:sz w:val="26"/>')],
  ['pageNumber.present', 'no number at all', inText(/<w:headerReference[^>]*>/g, '')],
  ['pageNumber.place', 'in the bottom margin', footer],
  [
    'pageNumber.place',
    'at the right',
    inPart('word/styles.xml', /(w:styleId="PageNumber".*?<w:jc w:val=")center/, '$1right'),
  ],
  ['pageNumber.format', 'Roman', inSection(1, '<w:pgNumType', '<w:pgNumType w:fmt="lowerRoman"')],
  ['pageNumber.format', 'Roman by the field itself', pageInstruction('PAGE \\* ROMAN')],
  ['pageNumber.start', 'from 5', inSection(1, /<w:pgNumType[^>]*>/, '<w:pgNumType w:start="5"/>')],
  [
    'pageNumber.bothSides',
    'odd and even pages differ, even ones have no number',
    inPart('word/settings.xml', /(<w:settings[^>]*>)/, '$1<w:evenAndOddHeaders/>'),
  ],
  ['pageNumber.size', '12.5 pt', pageNumbers('<w:sz w:val="25"/>')],
  ['pageNumber.size', '14.5 pt', pageNumbers('<w:sz w:val="29"/>')],
  ['pageNumber.upright', 'italic', pageNumbers('<w:i/>')],
  ['pageNumber.hiddenOnFirst', 'on page 1', inSection(1, '<w:titlePg/>', '')],
  ['pageNumber.hiddenOnAnnexFirst', 'on page 1 of the annex', inSection(2, '<w:titlePg/>', '')],
  ['pageNumber.annexOwn', 'annex counts on', inSection(2, '<w:pgNumType w:start="1"/>', '')],
  ['nationalName.present', 'no nation', inText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '')],
  ['number.present', 'no number', inText('Số: 08/KH-UBND<', '<')],
  ['placeAndDate.present', 'no date', date('')],
  ['signerName.present', 'no name', inText('Trần Văn Bình', '')],
  [
    'recipientsHead.present',
    'no recipients',
    inText(/<w:p><w:pPr><w:pStyle w:val="Recipients(Head)?"\/>.*?<\/w:p>/g, '<w:p/>'),
  ],
  ['motto.words', 'no spaces at the hyphens', inText('Độc lập - Tự do - Hạnh phúc', 'Độc lập-Tự do-Hạnh phúc')],
  ['motto.words', 'dashes', inText('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc')],
  [
    'nationalName.letters',
    'small letters',
    inText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Cộng hòa xã hội chủ nghĩa Việt Nam'),
  ],
  ['motto.letters', 'capitals', inText('Độc lập - Tự do - Hạnh phúc', 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC')],
  ['issuingAgency.letters', 'small letters', inText('XÃ AN BÌNH<', 'Xã An Bình<')],
  ['typeName.letters', 'small letters', inText('>KẾ HOẠCH<', '>Kế hoạch<')],
  ['heading1.letters', 'small letters', inText('I. MỤC ĐÍCH, YÊU CẦU', 'I. Mục đích, yêu cầu')],
  ['annexLabel.letters', 'capitals', inText('>Phụ lục<', '>PHỤ LỤC<')],
  ['annexTitle.letters', 'small letters', inText('BIỂU TỔNG HỢP NHIỆM VỤ NĂM 2024', 'Biểu tổng hợp nhiệm vụ năm 2024')],
  ['signingAuthority.letters', 'small letters', inText('TM. ỦY BAN NHÂN DÂN', 'TM. Ủy ban nhân dân')],
  ['signerName.letters', 'capitals', inText('Trần Văn Bình', 'TRẦN VĂN BÌNH')],
  [
    'superiorAgency.commune',
    'a commune under its district',
    inText(
      /(<w:p><w:pPr><w:pStyle w:val="IssuingAgency"\/><\/w:pPr>)/,
      '<w:p><w:pPr><w:pStyle w:val="SuperiorAgency"/></w:pPr><w:r><w:t>UBND TỈNH HƯNG YÊN</w:t></w:r></w:p>$1',
    ),
  ],
  ['number.label', 'no colon', number('Số 08/KH-UBND')],
  ['number.zero', 'one digit', number('Số: 8/KH-UBND')],
  ['number.slash', 'none', number('Số: 08KH-UBND'), annexBlank],
  ['number.slash', 'two', number('Số: 08//KH-UBND'), annexBlank],
  ['number.spaces', 'around the hyphen', number('Số: 08/KH - UBND')],
  ['number.spaces', 'around the slash', number('Số: 08 / KH-UBND')],
  ['number.hyphen', 'none', number('Số: 08/KHUBND')],
  ['number.hyphen', 'a dash', number('Số: 08/KH–UBND'), annexBlank],
  ['number.letters', 'small letters', number('Số: 08/KH-ubnd')],
  ['number.type', 'that of a report', number('Số: 08/BC-UBND'), annexBlank],
  ['number.blank', 'a draft', number('Số:      /KH-UBND')],
  ['date.words', 'short', date('An Bình, 05/01/2024')],
  ['date.words', 'short after the word', date('An Bình, ngày 05/01/2024')],
  ['date.words', 'a capital', date('An Bình, Ngày 05 tháng 01 năm 2024')],
  ['date.comma', 'none', date('An Bình ngày 05 tháng 01 năm 2024')],
  ['date.dayZero', 'missing', date('An Bình, ngày 5 tháng 01 năm 2024')],
  ['date.monthZero', 'missing in January', date('An Bình, ngày 05 tháng 1 năm 2024')],
  ['date.monthZero', 'missing in February', date('An Bình, ngày 05 tháng 2 năm 2024'), annexBlank],
  ['date.monthZero', 'too much in March', date('An Bình, ngày 05 tháng 03 năm 2024'), annexBlank],
  ['date.real', '31 November', date('An Bình, ngày 31 tháng 11 năm 2024'), annexBlank],
  ['date.blank', 'a draft', date('An Bình, ngày      tháng      năm 2024')],
  ['date.cited', 'zero before March', inText('ngày 22/3/2024', 'ngày 22/03/2024')],
  ['date.cited', 'no zero before January', inText('ngày 22/3/2024', 'ngày 22/1/2024')],
  ['motto.line', 'none', inText(underMotto, '$1')],
  ['motto.line', 'underlined letters instead', inText(underMotto, '$1'), runsOf('Motto', '<w:u w:val="single"/>')],
  ['motto.lineLength', 'half as long', lineUnder('Hạnh phúc', 35)],
  ['motto.lineLength', 'as wide as the page side', lineUnder('Hạnh phúc', 5)],
  ['issuingAgency.lineLength', 'too long', lineUnder('XÃ AN BÌNH', 15)],
  ['issuingAgency.lineLength', 'too short', lineUnder('XÃ AN BÌNH', 31)],
  ['subject.lineLength', 'too long', lineUnder('An Bình năm 2024', 45)],
  ['subject.lineLength', 'too short', lineUnder('An Bình năm 2024', 75)],
  ['body.italic', 'a whole paragraph', runsOf('BodyText', '<w:i/>')],
  ['body.bold', 'a whole paragraph', boldText],
  ['body.spacing', 'none between paragraphs of one style', paragraphOf('BodyText', '<w:contextualSpacing/>', true)],
  ['body.indent', '9 mm', paragraphOf('BodyText', `<w:ind w:firstLine="${mm(9)}"/>`)],
  ['body.indent', '14 mm', paragraphOf('BodyText', `<w:ind w:firstLine="${mm(14)}"/>`)],
  [
    'body.tab',
    'a tab instead',
    inText(/(<w:pStyle w:val="BodyText"\/>)(<\/w:pPr><w:r>)/, '$1<w:ind w:firstLine="0"/>$2<w:tab/>'),
  ],
  ['body.spacing', '5 pt', paragraphOf('BodyText', '<w:spacing w:after="100"/>')],
  [
    'body.lineSpacing',
    '0.9 lines',
    paragraphOf('BodyText', '<w:spacing w:after="120" w:line="216" w:lineRule="auto"/>'),
  ],
  [
    'body.lineSpacing',
    '1.6 lines',
    paragraphOf('BodyText', '<w:spacing w:after="120" w:line="384" w:lineRule="auto"/>'),
  ],
  [
    'body.lineSpacing',
    'exactly 14 pt',
    paragraphOf('BodyText', '<w:spacing w:after="120" w:line="280" w:lineRule="exact"/>'),
  ],
  ['basis.marks', 'no semicolon', inText('dân chủ ở cơ sở;', 'dân chủ ở cơ sở')],
  ['basis.marks', 'no full stop at the end', inText('của UBND huyện.', 'của UBND huyện;')],
  ['basis.citation', 'no number', inText('Kế hoạch số 112/KH-UBND ngày 22/3/2024', 'Kế hoạch ngày 22/3/2024')],
  ['basis.citation', 'no day', inText('Kế hoạch số 112/KH-UBND ngày 22/3/2024', 'Kế hoạch số 112/KH-UBND')],
  ['numbering.roman', 'a repeat', inText('II. TỔ CHỨC THỰC HIỆN', 'I. TỔ CHỨC THỰC HIỆN')],
  ['numbering.roman', 'a gap', inText('II. TỔ CHỨC THỰC HIỆN', 'III. TỔ CHỨC THỰC HIỆN')],
  ['numbering.arabic', 'a repeat', inText('2. Yêu cầu', '1. Yêu cầu')],
  ['numbering.arabic', 'a gap', inText('2. Yêu cầu', '3. Yêu cầu')],
  ['numbering.letter', 'a repeat', inText('b) Hai việc', 'a) Hai việc')],
  ['numbering.alphabet', 'đ left out', inText(/đ\) Năm việc(.*)e\) Sáu việc/, 'e) Năm việc$1g) Sáu việc')],
  ['numbering.alphabet', 'a letter that is none', inText('e) Sáu việc', 'f) Sáu việc')],
  ['numbering.form', 'a dot after the letter', inText('a) Một việc', 'a. Một việc')],
  ['numbering.form', 'a slash after the number', inText('2. Yêu cầu', '2/ Yêu cầu')],
  ['ending.mark', 'only a full stop', inText('Thực hiện đúng Kế hoạch này./.', 'Thực hiện đúng Kế hoạch này.')],
  ['ending.mark', 'twice', inText('Thực hiện đúng Kế hoạch này./.', 'Thực hiện đúng Kế hoạch này././.')],
  ['ending.mark', 'a space before', inText('Thực hiện đúng Kế hoạch này./.', 'Thực hiện đúng Kế hoạch này ./.')],
  ['ending.early', 'also in the middle', inText('chất lượng phục vụ.', 'chất lượng phục vụ./.')],
  ['signing.form', 'no dot', inText('KT. CHỦ TỊCH', 'KT CHỦ TỊCH')],
  ['signing.form', 'a slash', inText('TM. ỦY BAN NHÂN DÂN', 'T/M ỦY BAN NHÂN DÂN')],
  ['signing.deputy', 'a deputy without KT.', inText('KT. CHỦ TỊCH', 'CHỦ TỊCH')],
  ['signing.collective', 'nobody named', inText('TM. ỦY BAN NHÂN DÂN', '')],
  ['signerName.title', 'a degree', inText('Trần Văn Bình', 'ThS. Trần Văn Bình')],
  ['recipientsHead.words', 'no colon', inText('Nơi nhận:', 'Nơi nhận')],
  ['recipients.dash', 'none', inText('- Các thôn;', 'Các thôn;')],
  ['recipients.marks', 'no semicolon', inText('- Các thôn;', '- Các thôn')],
  ['recipients.marks', 'no full stop at the end', inText('- Lưu: VT, VP.', '- Lưu: VT, VP')],
  ['recipients.archive', 'not the clerk', inText('- Lưu: VT, VP.', '- Lưu: VP.')],
  ['annexLabel.number', 'one annex as II', inText('>Phụ lục<', '>Phụ lục II<')],
  ['annexLabel.number', 'an Arabic number', inText('>Phụ lục<', '>Phụ lục 1<')],
  ['annexTitle.present', 'none', inText('BIỂU TỔNG HỢP NHIỆM VỤ NĂM 2024', '')],
  ['annexReference.present', 'none', inText(/\(Kèm theo.*?\)/, '')],
  ['annexReference.form', 'nobody named', inText(' của UBND xã An Bình)', ')')],
  ['annexReference.number', 'another number', inText('số 08/KH-UBND ngày 05/01/2024', 'số 09/KH-UBND ngày 05/01/2024')],
  ['annexReference.number', 'another day', inText('số 08/KH-UBND ngày 05/01/2024', 'số 08/KH-UBND ngày 06/01/2024')],
  [
    'ending.annex',
    'an annex that ends in text',
    inText(/<w:sectPr(?!.*<w:sectPr)/, '<w:p><w:r><w:t>Ghi chú cuối bảng.</w:t></w:r></w:p>$&'),
  ],
];
