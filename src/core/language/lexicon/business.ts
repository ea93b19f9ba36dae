/** Business: money, customers, support, sales, law, finance. */
export const business = `
refund<compensation: refund, get … back, give … back, pay … back, have … back, return … money, returned to … account, reimburse, money back, pay back, repay, repayment, give back … money, get … money back, return the money, credit back, chargeback, recredit, get back / remboursement, récupérer … euros, rendre … euros, restitués, rendre l'argent, recréditer, rendre … argent, récupérer … argent
compensation<benefit: compensation, goodwill gesture, gesture, voucher, credit, credit note, make good, indemnity, indemnify, damages, store credit, gift card / compensation, dédommagement, indemniser, indemnité, geste commercial, avoir, bon d'achat, geste
discount<concession: discount, rebate, price cut, price reduction, reduction, lower price, better price, reduced rate, cheaper, markdown, promo code, percent off, money off, price concession, special offer, special price, deal / remise, rabais, réduction, ristourne, tarif préférentiel, meilleur prix, prix réduit, baisse de prix, promotion, code promo, prix cassé, prix d'ami, tarif réduit
concession: concession, free month, free, waive, waiver, free of charge, at no cost, on the house, complimentary, favour / concession, gratuit, offert, faveur, sans frais
price<money: price, cost, fee, charge, rate, tariff, expense, quote, amount due, bill / prix, coût, tarif, frais, cher, devis, dépense, montant à payer, grille tarifaire
money<amount: money, cash, euros, dollars, sum, funds, eur, usd, pounds / argent, euros, euro, somme, fonds
amount: amount, figure, sum, total, value, number, quantity, balance / montant, chiffre, somme, total, valeur, nombre, quantité, solde
pay<payment: pay, payment, settle, transfer, wire, instalment, remit / payer, régler, virement, versement, acquitter
invoice<document: invoice, bill, receipt / facture, reçu, ticket de caisse
tax: tax, vat, withholding, duty / taxe, tva, impôt, fiscal, hors taxe, ht, ttc
currency: currency, eur, usd, exchange rate / devise, monnaie, taux de change
account: account, iban, bank, bank account, card, credit card / compte, iban, banque, rib, carte, bancaire
budget: budget, spend, forecast, expenditure / budget, dépenses, prévision, prévisionnel
revenue: revenue, turnover, income, earnings, sales figures / chiffre d'affaires, revenu, recettes, ca
profit: profit, margin, ebitda, earnings, gain / bénéfice, marge, résultat, profit
loss: loss, deficit, write-off, shortfall / perte, déficit, manque à gagner
variance: variance, deviation, gap, discrepancy, difference, mismatch, reconcile, reconciliation / écart, différence, divergence, rapprochement, réconcilier, anomalie
risk: risk, exposure, danger, hazard, threat, liability / risque, danger, menace, exposition
debt: debt, loan, overdue, unpaid, arrears, credit, outstanding / dette, prêt, impayé, en retard, emprunt, créance, arriéré
quarter<period: quarter, quarterly, q1, q2, q3, q4 / trimestre, trimestriel
policy<rule: policy, guidelines, terms, terms and conditions, playbook, handbook, rulebook, charter / politique, conditions, charte, règlement, conditions générales, cgv, consignes internes, barème
rule: rule, guideline, regulation, standard, norm, principle, criterion, requirement / règle, norme, principe, critère, réglementation, directive, standard
exception<source-only: exempt, waiver, special case, make an exception, one-off / dérogation, cas particulier, passe-droit, exempter
customer<person: customer, client, buyer, shopper, consumer, purchaser, subscriber, guest, sender, complainant / client, acheteur, consommateur, abonné, clientèle, expéditeur
prospect<customer: prospect, lead, potential customer, buyer / prospect, lead, acheteur potentiel, interlocuteur
user<person: user, end user, visitor / utilisateur, usager, internaute, visiteur
employee<person: employee, staff, colleague, worker, coworker, teammate, team member, rep / employé, salarié, collègue, collaborateur, personnel, agent
manager<person: manager, boss, supervisor, team lead, director, executive, ceo / manager, responsable, chef, direction, directeur, supérieur, hiérarchie, dirigeant
team: team, department, unit, crew, group / équipe, service, département, groupe
company: company, firm, business, organisation, organization, corporation, enterprise, employer / entreprise, société, organisation, firme, boîte, employeur
supplier: supplier, vendor, provider, contractor, seller / fournisseur, prestataire, vendeur, sous-traitant
competitor: competitor, competition, rival, competing, other vendor / concurrent, rival, concurrentiel
person@0.7: person, individual, somebody, someone, anyone, human, anybody / personne, gens, individu, quelqu'un, humain, quiconque
product: product, item, goods, article, merchandise, offering / produit, article, marchandise, biens, offre
order-goods: order, purchase, bought / commande, achat, acheter
delivery: delivery, deliver, shipment, shipping, parcel, package, courier / livraison, livrer, colis, expédition, transporteur
return-goods: return, send back, take back, bring back / retour, retourner, renvoyer, reprendre
deadline<date: deadline, due date, time limit, cut-off, by when, time frame, term / échéance, délai, date limite, date butoir, terme
warranty: warranty, guarantee / garantie
complaint<opinion: complaint, grievance, complain, criticism, negative, dissatisfied, unhappy, discontent, reproach, moan, gripe, objection, dissatisfaction / plainte, réclamation, se plaindre, grief, critique, négatif, mécontent, insatisfait, reproche, insatisfaction
satisfaction<opinion: satisfied, satisfaction, happy, pleased, positive, content, delight / satisfait, satisfaction, content, heureux, positif, ravi
opinion: opinion, view, sentiment, feeling, judgement, judgment, impression, attitude, stance, feedback / opinion, avis, sentiment, ressenti, jugement, impression, retour
problem: problem, issue, trouble, difficulty, pain, pain point, obstacle, struggle, hurdle, frustration, challenge, worry, hurt, blocker, block, concern / problème, souci, difficulté, ennui, point de douleur, obstacle, frustration, douleur, embarras, blocage, bloquer, peine, empêcher, préoccupation, irritant
urgency: urgent, urgency, immediately, asap, critical, emergency, escalate, priority, quickly, at once / urgent, urgence, immédiatement, critique, au plus vite, escalader, sans délai
priority<important: priority, prioritise, prioritize, rank, importance, most important, key, main / priorité, prioriser, prioritaire, hiérarchiser, important, principal, essentiel, majeur
next-step: next step, follow-up, follow up, action item, next action, what happens next, way forward, next move, to do, call to action, further steps, next / prochaine étape, suite, action à mener, prochaine action, la suite, relance, à faire, prochain, étape suivante
ticket: ticket, case, incident, enquiry, request number, support request / ticket, dossier, incident, demande
contract<document: contract, agreement, nda, deal, lease, engagement letter / contrat, accord, convention, bail, avenant
clause<part: clause, provision, section, article, paragraph, term, stipulation, wording of the contract, subsection / clause, disposition, article, stipulation, alinéa, paragraphe
party: party, counterparty, signatory, other side / partie, cocontractant, signataire, contrepartie
liability: liability, liable, responsible, accountable / responsabilité, responsable
law: law, legal, statute, legislation, act, gdpr, court, case law / loi, droit, légal, juridique, rgpd, tribunal, jurisprudence, législation
lawyer<person: lawyer, attorney, counsel, solicitor / avocat, juriste, conseil juridique
legal-advice: legal advice, legal opinion / conseil juridique, avis juridique
confidential: confidential, secret, private, internal, sensitive, privileged, proprietary, for my eyes only, classified, off the record, internal notes / confidentiel, secret, privé, interne, sensible, pour moi seul, pour moi, vie privée, discret, confidentialité, remarques internes ^ public / public
personal-data<data: personal data, personal information, personal details, pii, personally identifiable, identifying, identity, contact details, private information, private details, name and address, anything personal, personal, names, phone numbers, email addresses / données personnelles, données à caractère personnel, informations personnelles, coordonnées, identité, identifier, données privées, renseignements personnels, nominatif, reconnaître, personnelles ^ anonymous, anonymise, nameless / anonyme, anonymat, anonymiser
anonymous: anonymous, nameless, unnamed, pseudonym, placeholder, initials / anonyme, anonymat, pseudonyme, initiales
name<personal-data,person@0.8: name, surname, first name, full name / nom, prénom, nommer
address: address, street, postal / adresse, rue, postale
phone<personal-data: phone, telephone, phone number, mobile / téléphone, portable, numéro de téléphone
health: health, medical, illness, disease, diagnosis, patient / santé, médical, maladie, diagnostic, patient
salary: salary, wage, pay, compensation package / salaire, rémunération, paie
lie<false: lie, mislead, deceive, false, untrue, pretend, dishonest, fake / mentir, tromper, faux, trompeur, prétendre, mensonge, induire en erreur
honest: honest, honesty, candid, frank, truthful, transparent, sincere, straightforward / honnête, honnêteté, franc, franche, franchise, vérité, transparent, sincère
advertise: advertise, promote, promotion, marketing, sales pitch, hype, plug, salesy, oversell, superlative, buzzword, jargon / publicité, publicitaire, vanter, promotion, argumentaire, vendre, marketing, réclame, superlatif, racoleur
benefit: benefit, advantage, value, gain, upside, pros, merit / avantage, bénéfice, intérêt, atout, gain, valeur ^ drawback, downside, disadvantage, cons / inconvénient, désavantage, défaut
goal: goal, objective, target, aim, purpose, intent, intention, function, role, reason for / but, objectif, cible, intention, finalité, visée, fonction, rôle
strategy: strategy, strategic, roadmap, plan / stratégie, feuille de route
market: market, industry, sector, segment / marché, secteur, segment
sale: sale, sell, pitch, upsell, cross-sell, close the deal / vente, vendre, commercial, conclure la vente
negotiate: negotiate, bargain, haggle / négocier, marchander
subscription: subscription, licence, license, plan, seat, renewal / abonnement, licence, formule, renouvellement, renouveler, siège
audience<person: audience, reader, recipient, addressee, public, listener / audience, lecteur, destinataire, public, lectorat
beginner<audience: beginner, layperson, non-expert, novice, newcomer, lay reader, non-technical / débutant, profane, novice, néophyte, non-initié, non spécialiste
expert<audience: expert, specialist, professional, senior / expert, spécialiste, professionnel, expérimenté
meeting-notes<document: notes, minutes, transcript, memo, meeting notes / notes, compte rendu, transcription, procès-verbal, mémo
interview: interview, interviewee / entretien, interviewé
hire: hire, recruit, candidate, applicant, cv, resume / embaucher, recruter, candidat, candidature, cv
`;
