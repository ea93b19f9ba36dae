/** Software, data, product. */
export const technology = `
code: code, source code, snippet, script, program, implementation, codebase / code, code source, script, programme, implémentation
function-code<code: function, method, procedure, routine, signature / fonction, méthode, procédure
test: test, unit test, test case, coverage / test, test unitaire, cas de test, couverture
bug<error: bug, defect, crash, regression, exception, stack trace, malfunction / bug, bogue, plantage, régression, exception, trace, dysfonctionnement
bug-report<document: bug report, issue, ticket, report / rapport de bug, signalement, ticket, rapport d'anomalie
reproduce<reproduction-step: reproduce, repro, replicate / reproduire, reproduction, reproductible
expected: expected, expected behaviour, should have / attendu, comportement attendu
observed: actual, actual behaviour, observed, symptom / observé, constaté, comportement observé, symptôme
environment: environment, browser, operating system, os, platform, device, version / environnement, navigateur, système d'exploitation, plateforme, appareil, version
dependency: dependency, library, package, module, framework, third-party / dépendance, bibliothèque, paquet, module, librairie
api: api, endpoint, interface, route, request / api, point d'accès, interface, route, requête
database: database, db, sql, query / base de données, sql, requête, bdd
security: security, vulnerability, exploit, injection, attack, password, secret key, credential, token / sécurité, vulnérabilité, faille, injection, attaque, mot de passe, identifiant, jeton
log: log, trace / journal, trace, log
performance: performance, speed, slow, latency, efficient / performance, vitesse, lent, latence, efficace
deploy: deploy, release, ship, rollout, launch / déployer, publier, mettre en ligne, lancement, livrer
refactor<change: refactor, clean up, restructure / refactoriser, nettoyer, restructurer
comment-code: comment, docstring, documentation, docs / commentaire, documentation
variable: variable, parameter, constant, argument / variable, paramètre, constante
type-code: type, interface, class / type, classe
loop: loop, iterate, recursion / boucle, itérer, récursion
commit: commit, pull request, merge, branch, diff / commit, fusion, branche
feature<product: feature, functionality, capability, new feature, enhancement / fonctionnalité, fonction, capacité, nouveauté
requirement: requirement, user story, acceptance criteria, spec, specification / exigence, besoin, spécification, critères d'acceptation, récit utilisateur
backlog: backlog, sprint, roadmap, epic / backlog, sprint, feuille de route
experiment: experiment, a/b test, hypothesis, control group / expérience, test a/b, hypothèse, groupe témoin
statistics: statistics, average, mean value, median, percentage, percent, significance, correlation / statistiques, moyenne, médiane, pourcentage, significatif, corrélation
sample: sample, sample size, population / échantillon, taille d'échantillon, population
outlier: outlier, anomaly, noise / valeur aberrante, anomalie, bruit
chart-data: trend, distribution / tendance, distribution, répartition
duplicate: duplicate, dedupe / doublon, dédoublonner
row<record: row, record, line, entry, line item / ligne, enregistrement, entrée
codebook<rule: codebook, category list, taxonomy, label set, set of categories / grille de codage, liste de catégories, taxonomie, nomenclature
outage: outage, downtime, down, unavailable, interruption, maintenance / panne, interruption, indisponibilité, maintenance
integration: integration, connect, plug in, compatible / intégration, connecter, interfacer, compatible
`;
