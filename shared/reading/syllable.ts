/**
 * The shape of a Vietnamese syllable: onset, rime, tone. It tells a word that can exist from one that a scanner or a wrong
 * encoding made up. Source: the orthography taught in school; rimes of borrowed words are left out on purpose.
 */

const allTones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const onsets = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));
const rimes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt ' +
    'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y yêm yên yêng yêt yêu'
  ).split(' '),
);

export type Syllable = { onset: string; rime: string; tone: string };

/** Parts of one syllable written in NFC, any case; null when no Vietnamese syllable is written this way. */
export function parseSyllable(word: string): Syllable | null {
  const decomposed = word.toLowerCase().normalize('NFD');
  const marks = decomposed.match(allTones);
  if (marks && marks.length > 1) return null;
  const tone = marks?.[0] ?? '';
  const letters = (tone === '' ? decomposed : decomposed.replace(tone, '')).normalize('NFC');
  for (let length = Math.min(3, letters.length); length >= 0; length--) {
    const onset = letters.slice(0, length);
    const rime = letters.slice(length);
    if ((length === 0 || onsets.has(onset)) && fits(onset, rime, tone)) return { onset, rime, tone };
  }
  return null;
}

export const isSyllable = (word: string): boolean => parseSyllable(word) !== null;

function fits(onset: string, rime: string, tone: string): boolean {
  // "qu" and "gi" have eaten the first vowel of what follows: quyên is qu + yên, giếng is gi + êng.
  const eaten =
    (onset === 'gi' && (rimes.has(`i${rime}`) || rimes.has(rime))) || (onset === 'qu' && rimes.has(`u${rime}`));
  if (!rimes.has(rime) && !eaten) return false;
  if (onset === 'qu' && /^[uưoô]/.test(rime) && !eaten) return false;
  // "yê" stands only where nothing stands before it: yên, quyên, but miên.
  if (/^yê/.test(rime) && onset !== '' && onset !== 'qu') return false;
  const front = /^[eêiy]/.test(rime);
  if ((onset === 'k' || onset === 'gh' || onset === 'ngh') && !front) return false;
  if ((onset === 'c' || onset === 'ng') && front) return false;
  if (onset === 'g' && /^[eêy]/.test(rime)) return false;
  if (/(c|ch|p|t)$/.test(rime) && tone !== '\u0301' && tone !== '\u0323') return false;
  return true;
}

const word = /\p{L}\p{M}*(?:\p{L}|\p{M})*/gu;
const vietnameseLetter = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

const vowel = /[aeiouyăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/**
 * How Vietnamese a text looks: +1 for each word with a mark that is a syllable, -1 for each that is not, words in plain
 * letters and abbreviations do not count. Used to compare two readings of the same bytes.
 */
export function vietnameseScore(text: string): number {
  let score = 0;
  for (const [found] of text.normalize('NFC').matchAll(word)) {
    if (!/[^a-z]/i.test(found) || !vowel.test(found)) continue;
    score += vietnameseLetter.test(found) && isSyllable(found) ? 1 : -1;
  }
  return score;
}
