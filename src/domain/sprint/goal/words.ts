/**
 * Phrases by which goals of sprints are told apart, in English, German, French, Spanish, Portuguese, Italian, Dutch and Polish: lower
 * case, apostrophes straight, in lists separated by ", ". What Japanese writes without spaces is listed by itself.
 */

/** What stands where nobody wrote a goal. */
export const NOTHING =
  'none, no goal, n/a, na, goal, sprint goal, to follow, not set, keins, keines, kein ziel, offen, noch offen, sprintziel, aucun, aucune, ninguno, sin objetivo, nenhum, sem objetivo, nessuno, geen, geen doel, brak, brak celu, なし, 未定';

/** A label before the goal. */
export const LABELS =
  'sprint goal, goal, our goal, the goal, objective, sprint objective, sprintziel, ziel, objectif, objectif du sprint, objetivo, objetivo del sprint, objetivo da sprint, objetivo do sprint, meta, obiettivo, obiettivo dello sprint, sprintdoel, doel, cel, cel sprintu, スプリントゴール, ゴール, 目標';

/** Somebody can do something, or it is possible. */
export const ABLE: readonly string[] = [
  'can, could, able to, is possible, are possible, lets, let',
  'kann, können, möglich, in der lage',
  'peut, peuvent, pouvons, capable de, capables de',
  'puede, pueden, podemos, capaz de',
  'pode, podem, consegue, conseguem',
  'può, possono, in grado di',
  'kan, kunnen, mogelijk',
  'może, mogą, można, możliwe',
];
export const JAPANESE_ABLE = 'できる, できます, られる, 可能';

/** Verbs that say how something will be; they count behind a subject, not at the start. */
export const STATES: readonly string[] = [
  'is, are, will, has, have, works, work, runs, run, gets, get, goes, go, comes, come, sees, see, finds, find, knows, know, uses, use',
  'receives, receive, pays, pay, sends, send, opens, open, loads, load, takes, take, leaves, leave, replaces, stays, stay, remind',
  'reminds, needs, need, understands, understand, trusts, trust, learns, learn, sign, signs, signed, completes, finishes, reaches, reach, meets, meet, passes, pass, survives, survive',
  'shows, show, tells, tell, wants, want, answers, answer, feels, feel, supports, covers, holds, hold, arrives, arrive, ships, exports, imports, handles, recovers, scales',
  'ist, sind, wird, werden, hat, haben, läuft, laufen, funktioniert, funktionieren, geht, gehen, kommt, kommen, sieht, sehen, findet, finden, bekommt, bekommen, erhält, erhalten, nutzt, nutzen, steht, stehen, bezahlen, bezahlt',
  'est, sont, sera, seront, ont, fonctionne, fonctionnent, reçoit, reçoivent, voit, voient, utilise, utilisent, trouve, trouvent, paie, paient',
  'es, está, están, será, serán, tiene, tienen, funciona, funcionan, recibe, reciben, ve, ven, usa, usan, paga, pagan',
  'é, são, estão, serão, tem, têm, funcionam, recebe, recebem, vê, veem, usam, pagam',
  'è, sono, sarà, saranno, ha, hanno, funzionano, riceve, ricevono, vede, vedono, usano, pagano',
  'is, zijn, wordt, worden, heeft, hebben, werkt, werken, krijgt, krijgen, ziet, zien, vindt, vinden, betaalt, betalen',
  'jest, są, będzie, będą, ma, mają, działa, działają, widzi, widzą, otrzymuje, otrzymują, płaci, płacą',
];
export const JAPANESE_STATES =
  'している, されている, になる, になっている, 届く, 動く, 見える, わかる, 使える, 終わる';

/** What is put into somebody's hands can be seen to have happened. */
export const HANDED_OVER: readonly string[] = [
  'live, go live, go-live, in production, into production, to production, in prod, launch, launch of, release, released, rollout, roll out, roll-out, ship, general availability, app store, to all customers, to customers',
  'to beta, beta users, pilot, first customer, first customers, first users, every customer, in the hands of, sign-off, certified, audit-ready',
  'live gehen, geht live, in produktion, produktiv, veröffentlichen, veröffentlicht, freigeben, ausliefern, ausgeliefert, für alle kunden, pilotkunden',
  'en production, mettre en ligne, mise en ligne, publier, lancer, lancement, pour tous les clients',
  'en producción, lanzar, lanzamiento, publicar, para todos los clientes',
  'em produção, lançar, lançamento, para todos os clientes',
  'in produzione, lanciare, lancio, pubblicare, rilasciare, per tutti i clienti',
  'in productie, live zetten, uitrollen, lanceren, voor alle klanten',
  'na produkcji, na produkcję, wdrożyć, opublikować, wypuścić, dla wszystkich klientów',
];
export const JAPANESE_HANDED_OVER = 'リリース, 公開, 本番';

/** What ends, or becomes another than it was. */
export const CONTRASTS: readonly string[] = [
  'no longer, instead of, without, itself, themselves, on their own, by themselves, at once, only once, at a glance, from end to end, end to end, end-to-end',
  'nicht mehr, statt, anstatt, ohne, von selbst, selbst, auf einen blick',
  'plus besoin, au lieu de, sans',
  'ya no, en lugar de, sin',
  'em vez de, não precisa mais, sem',
  'non più, invece di, senza',
  'niet meer, in plaats van, zonder, vanzelf',
  'już nie, zamiast, bez',
];

/** Verbs and nouns of tasks beside those that ask a product for something; German and Dutch put them last. */
export const TASKS: readonly string[] = [
  'finish, complete, implement, build, develop, create, add, fix, write, refactor, migrate, update, upgrade, set up, setup, configure, integrate, design, test, document, investigate, research, review, prepare, plan, deploy, remove, replace, clean up, cleanup, define, spike, merge, rename, analyse, analyze, do, code, deliver, finalize, finalise, close, resolve, solve, bump, install, optimize, optimise, extend, rewrite, automate, estimate',
  'implementieren, umsetzen, bauen, entwickeln, erstellen, hinzufügen, beheben, schreiben, testen, aktualisieren, einrichten, konfigurieren, migrieren, vorbereiten, anbinden, integrieren, dokumentieren, umbauen, entfernen, abschließen, aufsetzen, anlegen, einbauen',
  'implémenter, développer, créer, ajouter, corriger, écrire, tester, mettre à jour, configurer, migrer, préparer, intégrer, documenter, supprimer, rédiger',
  'implementar, desarrollar, crear, añadir, agregar, corregir, arreglar, escribir, probar, actualizar, configurar, migrar, preparar, integrar, documentar, eliminar',
  'desenvolver, criar, adicionar, corrigir, escrever, testar, atualizar, remover',
  'implementare, sviluppare, creare, aggiungere, correggere, scrivere, testare, aggiornare, configurare, migrare, preparare, integrare, documentare, rimuovere',
  'implementeren, bouwen, ontwikkelen, maken, toevoegen, oplossen, schrijven, bijwerken, inrichten, migreren, voorbereiden, integreren, documenteren, verwijderen',
  'zaimplementować, zbudować, stworzyć, dodać, naprawić, napisać, przetestować, zaktualizować, skonfigurować, przygotować, zintegrować, udokumentować, usunąć, poprawić',
];
export const JAPANESE_TASKS = '実装, 修正, 追加, 対応, 作成, 改修, 調査, 設計';

/** Work that goes on: nobody could see whether it was reached. */
export const VAGUE: readonly string[] = [
  'improve, improvement, improvements, better, enhance, continue, keep working, keep going, work on, working on, focus on, focus, progress, make progress, move forward, bug fixing, bugfixing, bug fixes, bugfixes, bugs, fixes, stabilization, stabilisation, stabilize, stabilise, stability, maintenance, refactoring, tech debt, technical debt, clean-up',
  'leftovers, left over, remaining, carry over, carryover, carry-over, spillover, misc, miscellaneous, various, stuff, things, as much as possible, as many as possible, all tickets, all stories, all issues, all tasks, open tickets, the sprint, sprint backlog, committed stories, everything, support team, business as usual, bau, quality, polish, polishing, preparation, catch up, start with, get started, kick off, operations, general',
  'verbessern, verbesserung, verbesserungen, weiterarbeiten, weiter an, weiterentwicklung, fokus, fortschritt, fehlerbehebung, bugfixing, stabilisierung, wartung, aufräumen, restarbeiten, reste, diverses, verschiedenes, alle tickets, alle storys, so viel wie möglich, technische schulden, qualität, vorankommen',
  'améliorer, amélioration, améliorations, continuer, avancer, progresser, correction de bugs, corrections, stabilisation, maintenance, divers, dette technique, tous les tickets, qualité',
  'mejorar, mejora, mejoras, continuar, seguir, avanzar, corrección de errores, estabilización, mantenimiento, varios, deuda técnica, todas las historias, calidad',
  'melhorar, melhoria, melhorias, avançar, correção de bugs, correções, estabilização, manutenção, diversos, dívida técnica, qualidade',
  'migliorare, miglioramento, miglioramenti, continuare, proseguire, correzione di bug, stabilizzazione, manutenzione, varie, debito tecnico, qualità',
  'verbeteren, verbeteringen, doorgaan, verder werken, voortgang, bugs oplossen, stabilisatie, onderhoud, diversen, technische schuld, kwaliteit',
  'poprawa, ulepszyć, usprawnić, kontynuować, kontynuacja, postęp, poprawki, naprawa błędów, stabilizacja, utrzymanie, różne, dług techniczny, jakość',
];
export const JAPANESE_VAGUE = '改善, 継続, 続き, 進める, バグ修正, 残タスク, 品質, その他, 頑張る';

/** Words around keys that add nothing to them. */
export const AROUND_KEYS =
  'finish, complete, close, deliver, done, do, resolve, solve, and, the, tickets, ticket, issues, issue, stories, story, tasks, task, bugs, bug, work, on, all, of, with, und, fertigstellen, abschließen, erledigen, terminer, finir, et, terminar, completar, y, e, concluir, completare, afmaken, en, zakończyć, ukończyć, i, を, と, 完了';
