/**
 * What a heading or a label announces.
 * - `criteria`: how the result is verified: acceptance criteria, definition of done, test cases.
 * - `expected`, `actual`: what a report of a fault expects and sees.
 * - `why`: what it is good for.
 * - `aside`: what belongs to the issue but asks for nothing: steps to reproduce, links, environment, open questions.
 */
export type SectionKind = 'criteria' | 'expected' | 'actual' | 'why' | 'aside';

/**
 * Words of headings in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Japanese, in this order,
 * as `titleKey` folds them. Accents may be left out in an issue: they are folded away on both sides.
 */
export const TITLES: Readonly<Record<SectionKind, readonly string[]>> = {
  criteria: [
    'ac, acs, a/c, dod, acceptance, acceptance criteria, acceptance criterion, acceptance criterias, acceptance test',
    'acceptance tests, acceptance conditions, acceptance requirements, conditions of acceptance',
    'conditions of satisfaction, success criteria, completion criteria, exit criteria, validation criteria',
    'definition of done, done when, done criteria, test cases, test scenarios, test plan, test criteria, how to test',
    'how to verify, how to demo, verification, verification steps',
    'ak, aks, akzeptanzkriterien, akzeptanzkriterium, akzeptanz kriterien, abnahmekriterien, abnahmekriterium, annahmekriterien',
    'akzeptanztests, abnahmetests, abnahmebedingungen, fertig wenn, erledigt wenn, testfälle, erfolgskriterien',
    'critères d acceptation, critère d acceptation, critères d acceptance, critères de validation, critères de réussite',
    'critères de recette, conditions d acceptation, conditions de satisfaction, tests d acceptation, cas de test',
    'définition de terminé, définition du terminé, définition de fini, définition du fini',
    'criterios de aceptación, criterio de aceptación, criterios de validación, criterios de éxito, casos de prueba',
    'condiciones de aceptación, pruebas de aceptación, definición de hecho, definición de terminado, definición de listo',
    'critérios de aceitação, critério de aceitação, critérios de aceite, critério de aceite, critérios de sucesso',
    'critérios de validação, condições de aceitação, testes de aceitação, casos de teste, definição de pronto',
    'definição de feito, definição de concluído',
    'criteri di accettazione, criterio di accettazione, criteri di accettabilità, criteri di successo, casi di test',
    'condizioni di accettazione, test di accettazione, criteri di validazione, definizione di fatto',
    'definizione di completato',
    'acceptatiecriteria, acceptatiecriterium, acceptatie criteria, aanvaardingscriteria, acceptatietest, acceptatietests',
    'succescriteria, testgevallen, definitie van klaar, definitie van gereed, klaar wanneer, gereed wanneer',
    'kryteria akceptacji, kryterium akceptacji, kryteria akceptacyjne, warunki akceptacji, kryteria odbioru',
    'testy akceptacyjne, przypadki testowe, kryteria sukcesu, definicja ukończenia, definicja wykonania',
    '受け入れ条件, 受入条件, 受入れ条件, 受け入れ基準, 受入基準, 受入れ基準, 受け入れテスト, 受入テスト, 完了条件, 完了の定義',
    '完成の定義, 達成条件, 合格条件, 合格基準, テストケース, テスト項目, 確認方法, 検証方法, 確認項目',
  ],
  expected: [
    'expected, expected result, expected results, expected behavior, expected behaviour, expected outcome',
    'expected outcomes, expected output, expectation, expectations, desired behavior, desired behaviour, desired result',
    'desired outcome, what did you expect, what did you expect to happen, what you expected, what should happen',
    'soll, erwartet, erwartetes ergebnis, erwartete ergebnisse, erwartetes verhalten, gewünschtes verhalten, soll verhalten',
    'gewünschtes ergebnis, soll zustand, soll ergebnis, erwartung, sollverhalten, sollzustand',
    'résultat attendu, résultats attendus, comportement attendu, résultat souhaité, comportement souhaité, attendu',
    'resultado esperado, resultados esperados, comportamiento esperado, comportamiento deseado, resultado deseado',
    'comportamento esperado, comportamento desejado, resultado desejado',
    'risultato atteso, risultati attesi, comportamento atteso, risultato previsto, comportamento previsto',
    'risultato desiderato, comportamento desiderato',
    'verwacht resultaat, verwachte resultaten, verwacht gedrag, gewenst resultaat, gewenst gedrag, verwachting',
    'oczekiwany rezultat, oczekiwane rezultaty, oczekiwany wynik, oczekiwane wyniki, oczekiwane zachowanie',
    'oczekiwany efekt, spodziewany wynik, spodziewane zachowanie, spodziewany rezultat',
    '期待結果, 期待する結果, 期待される結果, 期待値, 期待動作, 期待する動作, 期待される動作, 期待する挙動, 想定結果, 想定動作',
    'あるべき動作, あるべき姿',
  ],
  actual: [
    'actual, actual result, actual results, actual behavior, actual behaviour, actual outcome, actual output',
    'observed behavior, observed behaviour, observed result, current behavior, current behaviour, what happened',
    'what happens, what actually happens, tatsächliches ergebnis, tatsächliches verhalten, aktuelles verhalten',
    'ist, ist verhalten, ist zustand, istzustand, beobachtetes verhalten, résultat obtenu, résultat actuel, résultat observé',
    'comportement actuel, comportement observé, comportement constaté, resultado actual, resultado obtenido',
    'comportamiento actual, comportamiento observado, resultado atual, resultado obtido, comportamento atual',
    'comportamento observado, risultato attuale, risultato ottenuto, comportamento attuale, comportamento osservato',
    'huidig gedrag, huidig resultaat, werkelijk resultaat, werkelijk gedrag, feitelijk resultaat, aktualny rezultat',
    'aktualny wynik, aktualne zachowanie, rzeczywisty rezultat, rzeczywisty wynik, rzeczywiste zachowanie, obecne zachowanie',
    '実際の結果, 実際の動作, 実際の挙動, 実結果, 現在の動作, 現象',
  ],
  why: [
    'why, background, motivation, motive, goal, goals, objective, objectives, purpose, aim, intent, problem, problems',
    'problem statement, problem description, problem to solve, problem we are solving, value, business value, user value',
    'customer value, value statement, value proposition, benefit, benefits, user benefit, business benefit, business case',
    'business need, business impact, business reason, context, rationale, reason, reasons, reasoning, justification, user need',
    'user needs, need, needs, opportunity, use case, use cases, impact, user impact, customer impact, hypothesis, pain point',
    'pain points, user problem, user story and value, job to be done, desired outcome',
    'warum, wieso, weshalb, wozu, hintergrund, hintergründe, ziel, ziele, zielsetzung, zweck, problemstellung',
    'problembeschreibung, nutzen, mehrwert, geschäftswert, kundennutzen, wert, kontext, begründung, grund, anlass, ausgangslage',
    'ausgangssituation, bedarf, absicht',
    'pourquoi, contexte, objectif, objectifs, but, buts, problème, problématique, valeur, valeur métier, valeur ajoutée',
    'bénéfice, bénéfices, raison, raisons, enjeu, enjeux, besoin, besoins, finalité, intérêt',
    'por qué, porqué, para qué, contexto, motivación, objetivo, objetivos, meta, metas, problema, valor, valor de negocio',
    'beneficio, beneficios, razón, razones, justificación, antecedentes, necesidad, propósito, finalidad, situación actual',
    'por que, porque, motivação, valor de negócio, benefício, benefícios, razão, justificativa, necessidade, oportunidade',
    'perché, contesto, motivazione, motivazioni, obiettivo, obiettivi, scopo, valore, valore di business, beneficio',
    'benefici, vantaggi, ragione, giustificazione, esigenza, esigenze, finalità, opportunità',
    'waarom, achtergrond, motivatie, doel, doelen, doelstelling, probleem, probleemstelling, waarde, bedrijfswaarde',
    'business waarde, reden, aanleiding, nut, voordeel, voordelen, rechtvaardiging, behoefte',
    'dlaczego, po co, tło, motywacja, cel, cele, opis problemu, wartość, wartość biznesowa, kontekst, uzasadnienie, powód',
    'korzyść, korzyści, potrzeba, potrzeby, potrzeba biznesowa, uzasadnienie biznesowe',
    'なぜ, 背景, 目的, 動機, 理由, 課題, 問題, 問題点, 価値, ビジネス価値, 狙い, ねらい, メリット, 効果, 意図, 経緯, ゴール, 目標',
    '背景と目的, 背景目的, やりたい理由, 必要性',
  ],
  aside: [
    'steps to reproduce, step to reproduce, how to reproduce, to reproduce, reproduction steps, repro steps, reproduce, repro',
    'steps, environment, environments, versions, affected versions, links, useful links, references, reference, see also',
    'attachments, screenshots, related, related issues, related tickets, dependencies, open questions, questions, out of scope',
    'not in scope, non goals, stakeholders, contacts, resources, designs, figma, logs, log',
    'schritte zur reproduktion, schritte zum reproduzieren, reproduktion, umgebung, referenzen, verweise, offene fragen',
    'offene punkte, anhänge, nicht im umfang, abhängigkeiten, nicht enthalten, nicht ziele, fragen, siehe auch',
    'étapes de reproduction, étapes pour reproduire, environnement, liens, références, questions ouvertes, hors périmètre',
    'pièces jointes, dépendances, captures, voir aussi',
    'pasos para reproducir, pasos de reproducción, entorno, enlaces, referencias, preguntas abiertas, fuera de alcance',
    'adjuntos, dependencias, preguntas, ver también',
    'passos para reproduzir, ambiente, referências, perguntas em aberto, questões em aberto, fora do escopo, fora de escopo',
    'anexos, dependências, veja também',
    'passi per riprodurre, passaggi per riprodurre, collegamenti, riferimenti, domande aperte, fuori ambito, allegati',
    'dipendenze, vedi anche',
    'stappen om te reproduceren, reproductiestappen, omgeving, koppelingen, referenties, open vragen, vragen, buiten scope',
    'bijlagen, afhankelijkheden, zie ook',
    'kroki do odtworzenia, kroki reprodukcji, kroki do reprodukcji, środowisko, linki, odnośniki, pytania otwarte, pytania',
    'otwarte pytania, poza zakresem, załączniki, zależności, zobacz też',
    '再現手順, 再現方法, 環境, 参考, 参考リンク, 参考資料, リンク, 関連, 関連課題, 未解決事項, 質問, 対象外, スコープ外, 添付, 依存関係',
  ],
};

/** A heading that opens with one of these asks why, whatever follows: "Why are we doing this?" */
export const WHY_OPENERS: readonly string[] =
  'why, warum, wieso, wozu, pourquoi, por qué, para qué, por que, perché, waarom, dlaczego, po co, なぜ'.split(
    ', ',
  );

/** Words that join two titles in one heading: "Background and goal", "Hintergrund und Ziel". */
export const TITLE_JOINERS = 'and, or, und, oder, et, ou, y, o, e, ed, en, of, i, oraz'.split(', ');
