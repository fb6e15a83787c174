import { useCallback, useEffect, useRef, useState } from 'react';

import { HttpError } from '../http';
import { Shown } from '../parts/states';
import { goTo } from '../routing';
import type { AppModule } from '../site-client';
import { useLoaded } from '../use-loaded';
import { ConfigDialog, type Configuring } from './config-dialog';
import {
  configOfNode,
  configureMacro,
  type Content,
  contentOf,
  documentOf,
  duplicateMacro,
  emptyParagraph,
  insertMacro,
  localIdOfNode,
  plainTextOf,
  useEditorContent,
  withText,
} from './editor-document';
import { EditorHead } from './editor-head';
import { FixedBlock } from './macro-block';
import { useMacroModules } from './macro-modules';
import { Crumbs } from './page-view';
import { TextBlock } from './text-block';
import { useAutosave } from './use-autosave';
import { act, type PageData, publish, readPage } from './wiki-client';
import { pagePath, spacePath } from './wiki-routing';

function Editor({ page }: { readonly page: PageData }) {
  const { draft } = page;
  const basedOn = draft?.basedOn ?? page.version;
  const [initial] = useState(() => contentOf(draft?.title ?? page.title, draft?.body ?? page.body));
  const { content, canUndo, set, type, undo } = useEditorContent(initial);
  const { title, blocks } = content;
  const [focused, setFocused] = useState<number | null>(null);
  const [configuring, setConfiguring] = useState<Configuring | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isConflict, setConflict] = useState(false);
  const saved = useAutosave(page, content, basedOn);
  const moduleOf = useMacroModules();
  const latest = useRef(content);
  useEffect(() => {
    latest.current = content;
  });

  const withBlocks = (next: typeof blocks): Content => ({ ...content, blocks: next });
  const leave = () => {
    goTo(page.status === 'draft' ? spacePath(page.space.key) : pagePath(page.space.key, page.id));
  };
  const save = () => {
    saved.stop();
    const number = page.status === 'draft' ? 1 : basedOn + 1;
    publish(page.id, { title, body: documentOf(content), number, message: '' }).then(
      () => {
        goTo(pagePath(page.space.key, page.id));
      },
      (error: unknown) => {
        setConflict(error instanceof HttpError && error.status === 409);
        setProblem(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const discard = () => {
    saved.stop();
    act({ act: 'discardDraft', pageId: page.id }).then(leave, leave);
  };
  const choose = (index: number, module: AppModule) => {
    const { macro } = module;
    if (!macro) return;
    const localId = crypto.randomUUID();
    if (macro.config?.openOnInsert === true) {
      type({ ...content, blocks: blocks.with(index, emptyParagraph) });
      setConfiguring({ module, localId, config: undefined, insertAt: index });
    } else {
      set(insertMacro(content, index, macro, localId, undefined));
    }
  };
  const configure = (index: number) => () => {
    const block = blocks[index];
    const module = block && moduleOf(block);
    if (!block || !module) return;
    const config = configOfNode(block);
    setConfiguring({ module, localId: localIdOfNode(block), config, insertAt: null });
  };
  const submit = (config: Readonly<Record<string, unknown>>, body: unknown): boolean => {
    if (!configuring?.module.macro) return false;
    const { module, localId, insertAt } = configuring;
    const { macro } = module;
    if (insertAt !== null && macro) {
      set(insertMacro(latest.current, insertAt, macro, localId, config));
      setConfiguring({ module, localId, config, insertAt: null });
      return true;
    }
    const next = configureMacro(
      latest.current,
      localId,
      config,
      (body as (typeof blocks)[0] | undefined) ?? null,
    );
    if (next) set(next);
    return next !== null;
  };

  return (
    <article
      className="wiki-page"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || !canUndo) return;
        event.preventDefault();
        undo();
      }}
    >
      <Crumbs page={page} />
      <EditorHead
        title={title}
        status={saved.state}
        canUndo={canUndo}
        onTitle={(next) => {
          type({ ...content, title: next });
        }}
        onUndo={undo}
        onDiscard={discard}
        onClose={leave}
        onPublish={save}
      />
      {problem !== null && (
        <div className="banner" role="alert">
          <p>
            {isConflict && 'Somebody else has published this page meanwhile; what you wrote is kept here. '}
            {problem}
          </p>
        </div>
      )}
      {blocks.map((block, index) => {
        const text = plainTextOf(block);
        const remove = () => {
          setFocused(Math.max(0, index - 1));
          const rest = blocks.toSpliced(index, 1);
          set(withBlocks(rest.length === 0 ? [emptyParagraph] : rest));
        };
        if (text === null) {
          return (
            <FixedBlock
              key={localIdOfNode(block) || index}
              block={block}
              pageId={page.id}
              onConfigure={configure(index)}
              onDuplicate={() => {
                set(duplicateMacro(content, index, crypto.randomUUID()));
              }}
              onRemove={remove}
            />
          );
        }
        return (
          <TextBlock
            key={index}
            block={block}
            text={text}
            isFocused={focused === index}
            onText={(next) => {
              type(withBlocks(blocks.with(index, withText(block, next))));
            }}
            onSplit={(before, after) => {
              setFocused(index + 1);
              const next = withText(emptyParagraph, after);
              set(withBlocks(blocks.toSpliced(index, 1, withText(block, before), next)));
            }}
            onRemove={remove}
            onMacro={(module) => {
              choose(index, module);
            }}
          />
        );
      })}
      {configuring && (
        <ConfigDialog
          pageId={page.id}
          configuring={configuring}
          onSubmit={submit}
          onClose={() => {
            setConfiguring(null);
          }}
        />
      )}
    </article>
  );
}

/** Edits a page: its draft, kept as it is written, until it is published. */
export function WikiPageEditor({ pageId }: { readonly pageId: string }) {
  const page = useLoaded(useCallback(async () => await readPage(pageId), [pageId]));
  return (
    <Shown loaded={page} what="page">
      {(value) => (value.can.edit ? <Editor page={value} /> : <p>You can view this page, not edit it.</p>)}
    </Shown>
  );
}
