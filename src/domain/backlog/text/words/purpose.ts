/**
 * Phrases by which people say why something is worth doing, in English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish and Japanese: lower case, apostrophes straight, in lists separated by ", ".
 */

/** Purposes, causes and consequences. */
export const REASONS: readonly string[] = [
  'so that, so we can, so i can, so you can, so they can, so users, so it can, so as to, such that, in order to, in order for',
  'in order that, for the purpose of, with the goal of, with the aim of, the goal is, the goal of this, the purpose of this',
  'the purpose is, the idea is, the intention is, this way, that way, thereby, because, since it, since we, since the, since this',
  'since they, since there, since users, the reason, for this reason, that is why, this is why, which is why, otherwise',
  'allowing us, allowing users, enabling us, enabling users, allows us, allows users, enables us, would allow, will allow',
  'would enable, will enable, would help, will help, would make it, will make it, makes it possible, would let, will let',
  'would be useful, would be helpful, would be nice, would be great, would be good, would be better, would be easier',
  'would be very, would be convenient, would be beneficial, would be valuable, is useful, be useful, be helpful, useful for',
  'helpful for, beneficial, advantage, benefit, motivation, rationale, use case, which means, meaning that, leads to, lead to',
  'leading to, results in, resulting in, will result, would result, causes, causing, caused by, due to, as a result, therefore',
  'hence',
  'damit, sodass, so dass, weil, deshalb, daher, ansonsten, der grund, das ziel, mit dem ziel, dadurch, führt zu, aufgrund',
  "afin de, afin d', afin que, afin qu', pour que, pour qu', pour pouvoir, pour permettre, pour éviter, de sorte que",
  "de manière à, de façon à, parce que, parce qu', car il, car les, car le, car la, puisque, à cause de, le but est, dans le but",
  "l'objectif est, permettrait, permettra",
  'para que, para poder, para evitar, para mejorar, para permitir, a fin de, con el fin de, con el objetivo de, de modo que',
  'de manera que, de forma que, porque, ya que, puesto que, debido a, por lo tanto, el objetivo es, permitirá, permitiría',
  'para melhorar, a fim de, com o objetivo de, com a finalidade de, de modo a, de forma a, pois, já que, uma vez que, devido a',
  'o objetivo é, permitiria',
  'affinché, in modo da, in modo che, così da, così che, per poter, per evitare, per permettere, per migliorare, al fine di',
  "allo scopo di, perché, poiché, dato che, a causa di, l'obiettivo è",
  'zodat, zo dat, opdat, omdat, om te voorkomen, met als doel, het doel is, daarom, vanwege, leidt tot',
  'aby, żeby, ażeby, ponieważ, gdyż, dzięki czemu, w celu, dlatego, z powodu, celem jest, umożliwi, pozwoli',
];

/** Worth, and what is wrong or lacking as it is: a fault is a reason. */
export const TROUBLES: readonly string[] = [
  'to avoid, to prevent, to reduce, to simplify, to ensure, to make sure, to make it easier, to make it easy, to make it possible',
  'to ease, to speed up, to save, to help, to allow, to enable, to facilitate, to minimize, to maximize, to improve',
  'to guarantee, to protect, to keep track, to stay up, it is important, is important, is necessary, is needed, are needed',
  'is required, are required, is crucial, is critical, is essential, valuable, preferable, we need, needs to be able, need this',
  'need for, need to be able, currently, at the moment, right now, at present, today, nowadays, so far, until now, as of now',
  'current behavior, current behaviour, current implementation, no longer, instead of, never, problem, problems, problematic',
  'issue is, issue with, issues with, an issue, pain point, painful, annoying, confusing, misleading, tedious, cumbersome',
  'inconvenient, inconsistent, inconsistently, error-prone, error prone, hard to, difficult to, harder, not obvious, not intuitive',
  'inefficient, expensive, slow, slower, slowly, unnecessary, unnecessarily, redundant, wasteful, risky, insecure, vulnerable',
  'vulnerability, vulnerabilities, security, unusable, useless, outdated, out of date, obsolete, dated, deprecated, ugly',
  'complain, complains, users want, customers want, users need, customers need, customer needs, customer request, customers are',
  'customer is, not possible, impossible, no way to, not able to, unable to, manually, fail, fails, failed, failing, failure',
  'failures, error, errors, exception, exceptions, npe, broken, break, breaks, breaking, bug, bugs, buggy, fix, crash, crashes',
  'crashed, flaky, hang, hangs, deadlock, leak, leaks, leaking, regression, race condition, timeout, timed out, incorrect',
  'incorrectly, wrong, wrongly, invalid, unexpected, unexpectedly, corrupt, corrupted, missing, lost, loses, lacks, lack of',
  "does not, doesn't, doesnt, do not, don't, did not, didn't, cannot, can't, can not, could not, couldn't, won't, will not",
  "is not, isn't, are not, aren't, was not, wasn't, has no, have no, there is no, there are no, there's no, nothing",
  'not working, not supported, not handled, ignored, ignores',
  'fehler, fehlt, fehlen, fehlschlägt, schlägt fehl, funktioniert nicht, kann nicht, können nicht, derzeit, aktuell, momentan',
  'bisher, zurzeit, kaputt, falsch, veraltet, langsam, problem, probleme, umständlich, verwirrend, nicht möglich, notwendig',
  "erreur, erreurs, ne fonctionne pas, échoue, manque, actuellement, aujourd'hui, ne peut pas, ne peuvent pas, n'est pas",
  'incorrect, cassé, obsolète, lent, problème, problèmes, impossible, utile, nécessaire',
  'error, errores, falla, fallo, no funciona, actualmente, hoy en día, falta, no se puede, no puede, no pueden, no es posible',
  'incorrecto, obsoleto, lento, problema, problemas, útil, necesario',
  'erro, erros, falha, não funciona, atualmente, hoje em dia, não pode, não podem, não consegue, não conseguem, incorreto',
  'não é possível, necessário',
  'errore, errori, non funziona, attualmente, oggi, manca, mancano, non può, non possono, non è possibile, sbagliato, errato',
  'problemi, necessario, utile',
  'fout, fouten, werkt niet, werken niet, momenteel, ontbreekt, kan niet, kunnen niet, mislukt, verouderd, traag, probleem',
  'problemen, niet mogelijk, handig, nuttig, nodig',
  'błąd, błędy, nie działa, nie działają, obecnie, aktualnie, brakuje, nie można, nie może, nie mogą, nie jest możliwe',
  'nieprawidłowo, przestarzałe, wolno, problemem, problemy, przydatne',
];

/** Japanese puts no spaces between words. */
export const JAPANESE_REASONS =
  'ため, なぜなら, ので, ように、, ことで、, それによって, 目的は, 理由は, からです, からだ, 役立つ, 便利';
export const JAPANESE_TROUBLES =
  '背景, 課題, 問題, 不便, 困って, 必要がある, エラー, 不具合, できない, されない, 失敗, 現在, 現状, おかしい, 遅い, 間違';
