/** The host in memory, for tests: drafts as texts, and faults on the way when a test asks for them. */
import { ChangeSet, Text } from '@codemirror/state';
import { fingerprint } from './fingerprint';
import type {
  Answer,
  Arrangement,
  Change,
  Closing,
  Compared,
  Derived,
  Detail,
  Details,
  Entry,
  Field,
  FieldValue,
  Found,
  Goals,
  Host,
  Merged,
  Opened,
  Passage,
  Planned,
  Query,
  Ranked,
  Replaced,
  Review,
  Section,
  Sentence,
  Settings,
  Snapshot,
  Spelt,
  Structure,
  Unit,
  Whole,
} from './host';
import { usualSettings } from './host';
import { Keeping } from './keeping';
import { Listeners } from './listeners';
import { Reader } from './reading';
import { refused, said } from './said';
import { changes, found } from './seeking';
import { Speller } from './spelling';

const NOTHING: Derived = {
  parts: [],
  slots: [],
  totals: { points: 0, words: 0, characters: 0, minutes: 0 },
};

interface Kept {
  doc: Text;
  session: number;
  version: number;
}

export class MemoryHost extends Listeners implements Host {
  readonly drafts = new Map<string, Kept>();
  settings: Settings = { ...usualSettings };
  /** What was asked for, in order, for tests to look at. */
  readonly asked: string[] = [];
  /** Takes the place of the way that a change travels, for tests of what goes wrong on it. */
  travel: (change: Change, take: (change: Change) => Answer) => Answer = (change, take) => take(change);
  /** How the backend plans a structural command. */
  planning: (doc: Text, structure: Structure) => ChangeSet = (doc) => ChangeSet.empty(doc.length);
  /** What the backend's merge of a conflict copy brings. */
  merging: (doc: Text, copy: Text) => [ChangeSet, Merged] = (doc) => [
    ChangeSet.empty(doc.length),
    { said: said('merged', 'Nothing differs.'), conflicts: [] },
  ];
  /** What is said of the texts, when a test asks for it by `checked`. */
  readonly reader = new Reader();
  /** What is known of words, told when a test asks for it by `spelt`. */
  readonly speller = new Speller();
  /** The earlier texts. */
  readonly keeping = new Keeping();

  constructor(texts: Record<string, string> = {}) {
    super();
    for (const [draft, text] of Object.entries(texts)) {
      this.drafts.set(draft, { doc: Text.of(text.split('\n')), session: 1, version: 1 });
    }
  }

  private kept(draft: string): Kept {
    const kept = this.drafts.get(draft);
    if (kept) return kept;
    throw refused('missing', `There is no file “${draft}”.`, draft);
  }

  text(draft: string): string {
    return this.kept(draft).doc.toString();
  }

  opened(draft: string): Opened {
    const { doc, session, version } = this.kept(draft);
    return {
      draft,
      name: draft,
      session,
      version,
      text: doc.toString(),
      derived: NOTHING,
      blocks: [],
      caret: 0,
      top: null,
      saved: { kind: 'saved' },
    };
  }

  private take = (change: Change): Answer => {
    const kept = this.kept(change.draft);
    const changes = ChangeSet.fromJSON(change.changes);
    const fits =
      change.session === kept.session &&
      change.base === kept.version &&
      changes.length === kept.doc.length &&
      changes.newLength === change.length;
    if (!fits) return { kind: 'resync' };
    kept.doc = changes.apply(kept.doc);
    kept.version += 1;
    const parts = { kept: 0, moved: 0, by: 0, parts: [] };
    return { kind: 'applied', version: kept.version, ...NOTHING, parts, patch: [] };
  };

  changeNow(change: Change): Answer {
    return this.travel(change, this.take);
  }

  async change(change: Change): Promise<Answer> {
    await Promise.resolve();
    return this.travel(change, this.take);
  }

  plan(structure: Structure): Planned {
    const { doc, session, version } = this.kept(structure.draft);
    if (structure.session !== session || structure.base !== version) return { kind: 'resync' };
    const changes = this.planning(doc, structure).toJSON();
    return { kind: 'edits', draft: structure.draft, session, base: version, changes, caret: null };
  }

  resync(draft: string, _session: number, text: string): Opened {
    const kept = this.kept(draft);
    kept.doc = Text.of(text.split('\n'));
    kept.session += 1;
    kept.version += 1;
    return this.opened(draft);
  }

  async agrees(draft: string, session: number, version: number, hash: number): Promise<boolean> {
    const kept = this.kept(draft);
    return session === kept.session && version === kept.version && hash === fingerprint(kept.doc);
  }

  /** Offers edits to the window, as a merge when `merged` says what it brought. */
  offer(draft: string, changes: ChangeSet, merged: Merged | null = null): void {
    const { session, version } = this.kept(draft);
    const sections = changes.toJSON() as Section[];
    this.emit('draftOffered', {
      offer: { draft, session, base: version, changes: sections, caret: null },
      merged,
    });
  }

  /** What the checks say of a text as it is now. */
  review(draft: string): Review {
    const { doc, session, version } = this.kept(draft);
    return this.reader.review(doc.toString(), session, version, this.settings.ignoredRules);
  }

  /** Tells what the checks say now. */
  checked(draft: string): void {
    this.emit('draftChecked', { draft, review: this.review(draft) });
  }

  async check(draft: string): Promise<void> {
    this.asked.push(`check ${draft}`);
  }

  async ignore(draft: string, passage: Passage, on: boolean): Promise<void> {
    this.reader.heed('ignored', passage, on);
    this.checked(draft);
  }

  async tick(draft: string, passage: Passage, on: boolean): Promise<void> {
    this.reader.heed('ticked', passage, on);
    this.checked(draft);
  }

  async mend(draft: string): Promise<void> {
    const { doc } = this.kept(draft);
    const safe = this.review(draft).findings.map(({ from, to }) => ({ from, to, insert: '–' }));
    this.offer(draft, ChangeSet.of(safe, doc.length));
  }

  /** What spelling says of a text as it is now. */
  spelling(draft: string): Spelt {
    const { doc, session, version } = this.kept(draft);
    return { ...this.speller.spelt(draft, doc.toString(), this.settings.spelling), session, version };
  }

  /** Tells what spelling says now. */
  spelt(draft: string): void {
    this.emit('draftSpelt', { draft, spelt: this.spelling(draft) });
  }

  async suggestions(_draft: string, word: string): Promise<string[]> {
    return this.speller.suggestions(word);
  }

  async ownWord(word: string, on: boolean): Promise<void> {
    this.speller.keep('', word, on);
    for (const draft of this.drafts.keys()) this.spelt(draft);
  }

  async passWord(draft: string, word: string, on: boolean): Promise<void> {
    this.speller.keep(draft, word, on);
    this.spelt(draft);
  }

  /** In which words the person is asked at the end. */
  closing: Closing | null = null;

  async listening(closing: Closing | null): Promise<void> {
    this.closing = closing;
  }

  /** How the list was arranged last. */
  arrangement: Arrangement = { order: 'newest', state: null, tag: null, folded: [] };
  /** The folders that were made. */
  readonly folders: string[] = [];

  entries(): Entry[] {
    const unread = { modified: 0, conflict: false, copyOf: null, summary: null };
    return [...this.drafts.keys()].map((draft) => {
      const [name = draft, ...folders] = draft.split('/').reverse();
      return { draft, name, folder: folders.reverse().join('/'), ...unread };
    });
  }

  /** Tells what the library has now. */
  changed(): void {
    this.emit('libraryChanged', { entries: this.entries(), folders: [...this.folders] });
  }

  start() {
    const [entries, { arrangement, settings }] = [this.entries(), this];
    const opened = entries[0] ? this.opened(entries[0].draft) : null;
    return { library: '/library', entries, arrangement, recent: [], settings, opened, troubles: [] };
  }

  async open(draft: string): Promise<Opened> {
    this.asked.push(`open ${draft}`);
    return this.opened(draft);
  }

  async leave(draft: string): Promise<void> {
    this.asked.push(`leave ${draft}`);
  }

  async save(draft: string): Promise<void> {
    this.asked.push(`save ${draft}`);
  }

  async templates(): Promise<string[]> {
    return ['irritants', 'plain'];
  }

  async footers(): Promise<string[]> {
    return ['About this letter'];
  }

  async putFooter(draft: string, name: string): Promise<void> {
    this.asked.push(`put ${name} at the end of ${draft}`);
  }

  /** What is on the clipboard. */
  words = '';

  private readonly form = new Map<string, Detail[]>();

  async details(draft: string): Promise<Details> {
    return { fields: this.form.get(draft) ?? [], others: [], trouble: null };
  }

  async setDetail(draft: string, field: Field, value: FieldValue): Promise<void> {
    this.asked.push(`set ${field} of ${draft} to ${value}`);
    const others = (this.form.get(draft) ?? []).filter((one) => one.field !== field);
    this.form.set(draft, [...others, { field, value, from: 0, to: 0, trouble: null }]);
  }

  async markPublished(draft: string): Promise<void> {
    this.asked.push(`mark ${draft} as published`);
  }

  async quickOpen(letters: string): Promise<Ranked[]> {
    const fit = [...this.drafts.keys()].filter((draft) => draft.includes(letters));
    return fit.map((draft) => ({ draft, title: [{ text: draft, typed: false }], name: [] }));
  }

  async create(title: string, template: string): Promise<Opened> {
    this.asked.push(`create ${title} as ${template}`);
    this.drafts.set(title, { doc: Text.of([`# ${title}`]), session: 1, version: 1 });
    return this.opened(title);
  }

  async rename(draft: string, name: string): Promise<Opened> {
    const kept = this.kept(draft);
    this.drafts.delete(draft);
    this.drafts.set(name, kept);
    this.changed();
    return this.opened(name);
  }

  async makeFolder(folder: string): Promise<void> {
    this.folders.push(folder);
    this.changed();
  }

  moveDraft(draft: string, folder: string): Promise<Opened> {
    const name = draft.slice(draft.lastIndexOf('/') + 1);
    return this.rename(draft, folder === '' ? name : `${folder}/${name}`);
  }

  async arrange(arrangement: Arrangement): Promise<void> {
    this.arrangement = arrangement;
  }

  async duplicate(draft: string): Promise<Opened> {
    this.drafts.set(`${draft} copy`, { ...this.kept(draft) });
    return this.opened(`${draft} copy`);
  }

  async trash(draft: string): Promise<void> {
    this.kept(draft);
    this.asked.push(`trash ${draft}`);
  }

  async restore(): Promise<string> {
    return this.asked.findLast((asked) => asked.startsWith('trash '))?.slice('trash '.length) ?? '';
  }

  async reveal(draft: string): Promise<void> {
    this.asked.push(`reveal ${draft}`);
  }

  async search(words: string) {
    const found = [...this.drafts].filter(([, kept]) => kept.doc.toString().includes(words));
    return found.map(([draft]) => ({ draft, excerpt: words }));
  }

  async find(query: Query): Promise<Found[]> {
    return found(this.texts(), query, null);
  }

  async previewReplace(query: Query, by: string): Promise<Found[]> {
    return found(this.texts(), query, by);
  }

  async replace(query: Query, by: string, drafts: string[]): Promise<Replaced[]> {
    return drafts.map((draft) => {
      const { doc } = this.kept(draft);
      const edits = changes(doc.toString(), query, by);
      this.offer(draft, ChangeSet.of(edits, doc.length));
      return { draft, places: edits.length, trouble: null };
    });
  }

  private texts(): [string, string][] {
    return [...this.drafts].map(([draft, { doc }]) => [draft, doc.toString()]);
  }

  async exportPiece(draft: string, format: string): Promise<string | null> {
    this.asked.push(`export ${draft} ${format}`);
    return `/exports/${draft}.${format}`;
  }

  async saveCopy(draft: string): Promise<string | null> {
    this.asked.push(`copy of ${draft}`);
    return `/copies/${draft}.md`;
  }

  async print(draft: string): Promise<void> {
    this.asked.push(`print ${draft}`);
  }

  /** A page of one line is none; of any other the words come in, and its navigation stays out. */
  async pastePage(draft: string, html: string): Promise<Sentence[]> {
    const lines = html.match(/(?<=>)[^<>]+/g) ?? [];
    if (lines.length < 2) throw refused('no-page', 'A line.');
    const { length } = this.kept(draft).doc;
    this.offer(draft, ChangeSet.of({ from: 0, to: length, insert: lines.join('\n') }, length));
    return html.includes('<nav>') ? [said('page-navigation', 'navigation')] : [];
  }

  async bandsOf(drafts: string[], unit: Unit): Promise<Goals> {
    const counts = drafts.map((draft) => this.text(draft).match(/\S+/g)?.length ?? 0);
    const lede = { from: Math.min(...counts), to: Math.max(...counts) };
    return { unit, piece: null, dek: null, lede, point: null, conclusion: null };
  }

  private readonly minutes = new Set<number>();

  async writingMinutes(pressed: number | null): Promise<number> {
    if (pressed !== null) this.minutes.add(Math.floor(pressed / 60_000));
    return this.minutes.size;
  }

  async openFile(): Promise<Opened | null> {
    return null;
  }

  async pastePicture(draft: string): Promise<string | null> {
    this.asked.push(`keep the clipboard's picture beside ${draft}`);
    return 'assets/picture.png';
  }
  async keepPicture(draft: string, picture: File): Promise<string> {
    this.asked.push(`keep ${picture.name} beside ${draft}`);
    if (!picture.type.startsWith('image/')) {
      throw refused('not-a-picture', `${picture.name} is no picture.`, picture.name);
    }
    return `assets/${picture.name}`;
  }
  async openLink(url: string): Promise<void> {
    this.asked.push(`link ${url}`);
  }

  async keepSettings(settings: Settings): Promise<void> {
    this.settings = settings;
  }

  async fullScreen(): Promise<boolean> {
    return !this.settings.fullScreen;
  }

  async caughtUp(): Promise<void> {}

  async history(draft: string): Promise<Snapshot[]> {
    return this.keeping.of(draft);
  }

  async compare(draft: string, snapshot: number): Promise<Compared> {
    return this.keeping.compared(snapshot, this.text(draft));
  }

  async restoreSnapshot(draft: string, snapshot: number, what: Whole): Promise<void> {
    const now = this.text(draft);
    this.keeping.keep(draft, now, 'before-restore', Date.now());
    const insert = this.keeping.restored(snapshot, what, now);
    this.offer(draft, ChangeSet.of({ from: 0, to: now.length, insert }, now.length));
    this.emit('snapshotKept', { draft });
  }

  async nameSnapshot(draft: string, snapshot: number, name: string | null): Promise<void> {
    this.keeping.name(snapshot, name);
    this.emit('snapshotKept', { draft });
  }

  async saveElsewhere(draft: string): Promise<string | null> {
    this.asked.push(`save elsewhere ${draft}`);
    return `/elsewhere/${draft}.md`;
  }

  async chooseLibrary(): Promise<void> {
    this.asked.push('choose library');
  }

  async copyText(draft: string): Promise<void> {
    this.asked.push(`copy ${draft}`);
  }

  async copy(words: string): Promise<void> {
    this.words = words;
  }

  async clipboard(): Promise<string> {
    return this.words;
  }

  async mergeCopy(draft: string, copy: string): Promise<void> {
    this.asked.push(`merge ${copy} into ${draft}`);
    this.offer(draft, ...this.merging(this.kept(draft).doc, this.kept(copy).doc));
  }

  async settled(): Promise<void> {
    this.asked.push('settled');
  }
}
