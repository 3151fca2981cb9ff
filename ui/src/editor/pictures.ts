/** Pictures that are pasted or dropped into the text: the owner keeps them, the text gets their links. */
import { EditorSelection, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { outside } from './outside';
import { slotApart } from './slot';

/** Where the links of pictures come that are still being kept, by a number of their own. */
const expected = StateEffect.define<{ id: number; pos: number }>();
const arrived = StateEffect.define<number>();

const places = StateField.define<ReadonlyMap<number, number>>({
  create: () => new Map(),
  update(value, tr) {
    if (value.size === 0 && tr.effects.length === 0) return value;
    const now = new Map([...value].map(([id, pos]) => [id, tr.changes.mapPos(pos, 1)]));
    for (const effect of tr.effects) {
      if (effect.is(expected)) now.set(effect.value.id, effect.value.pos);
      if (effect.is(arrived)) now.delete(effect.value);
    }
    return now;
  },
});

let last = 0;

/** Gives pictures to the owner, and writes a link to each where `pos` is by then. */
export function takePictures(view: EditorView, pos: number, files: readonly File[]): Promise<void> {
  return expect(view, pos, view.state.facet(outside).events.keepPictures(files));
}

async function expect(view: EditorView, pos: number, kept: Promise<readonly string[]>): Promise<void> {
  const id = ++last;
  view.dispatch({ effects: expected.of({ id, pos }) });
  const paths = await kept;
  const place = view.state.field(places).get(id);
  // Another text may be open by now: the picture waits beside its draft, but has no place in this one.
  if (place !== undefined) write(view, place, paths, id);
}

/** The caret goes to where the first picture's description is written. */
function write(view: EditorView, pos: number, paths: readonly string[], id: number): void {
  const { state } = view;
  const done = arrived.of(id);
  if (paths.length === 0) {
    view.dispatch({ effects: done });
    return;
  }
  const line = state.doc.lineAt(pos);
  const before = pos === line.to && line.length > 0 && !slotApart(state) ? '\n\n' : '';
  const insert = before + paths.map((path) => `![](${path})`).join('\n\n');
  view.dispatch({
    changes: { from: pos, insert },
    effects: done,
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  const first = view.state.doc.toString().indexOf(`![](${paths[0]})`, pos);
  if (first >= 0) view.dispatch({ selection: EditorSelection.cursor(first + 2) });
}

/** The pictures among what is pasted or dropped. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/** Takes pictures by paste and by drop; words that come along with a picture are pasted as words. */
export function pictures(): Extension {
  return [
    places,
    EditorView.domEventHandlers({
      paste(event, view) {
        const { clipboardData: data } = event;
        const files = picturesIn(data);
        if (!data || data.getData('text/plain') || view.state.readOnly) return false;
        const { head } = view.state.selection.main;
        // A web view may hide a picture on the clipboard from the page: then there seems to be nothing.
        if (data.types.length === 0) void expect(view, head, view.state.facet(outside).events.pastePicture());
        else if (files.length > 0) void takePictures(view, head, files);
        return data.types.length === 0 || files.length > 0;
      },
      drop(event, view) {
        const files = picturesIn(event.dataTransfer);
        if (files.length === 0 || view.state.readOnly) return false;
        const pos = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
        void takePictures(view, pos, files);
        return true;
      },
    }),
  ];
}
