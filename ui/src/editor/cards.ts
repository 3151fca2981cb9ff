/** The piece as cards. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { arriving } from './arrive';
import { erasing } from './erase';
import { pointFolding } from './fold';
import { frontMatter } from './frontMatter';
import { hiddenMarkup } from './hidden';
import { cardKeys } from './keys';
import { paper } from './paper';
import { pastedPoints } from './paste';
import { places } from './place';
import { rows } from './row';
import { slotApart, slots } from './slot';

/** Everything that the text has as cards and not as plain Markdown. */
export function cards(): Extension {
  return [
    cardKeys(),
    slots(),
    erasing(),
    arriving(),
    frontMatter(),
    pointFolding(),
    pastedPoints(),
    places,
    rows,
    hiddenMarkup(),
    paper,
    EditorView.editorAttributes.of((view) => ({
      class: slotApart(view.state) ? 'lede-cards lede-in-slot' : 'lede-cards',
    })),
  ];
}
