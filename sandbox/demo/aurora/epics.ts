import type { EpicPlan, SprintPlan } from '#sandbox/demo/plan.types';

/** What Aurora is building: invoicing for companies of one to twenty people. */
export const EPICS: readonly EpicPlan[] = [
  {
    ref: 'send',
    summary: 'Send an invoice in under a minute',
    age: 205,
    text: 'Owners write invoices at night, on the sofa. Every field we can fill in for them is a minute of their evening back. \n\nh3. We know it worked when\n* the median time from "New invoice" to "Sent" is under 60 seconds\n* support tickets about wrong totals fall below two a month',
  },
  {
    ref: 'paid',
    summary: 'Get paid sooner',
    age: 204,
    text: 'Our customers wait 34 days for their money. Payment links, reminders and bank matching should bring that under 21, so that nobody has to phone a client about an invoice.',
  },
  {
    ref: 'tax',
    summary: 'VAT and the tax adviser',
    age: 198,
    text: 'The quarter ends and the adviser asks for everything again. Aurora hands over what they need, in the form they need it, without a phone call.',
  },
  {
    ref: 'customers',
    summary: 'Know the customer',
    age: 190,
    text: 'One place for who they are, what they owe and what was agreed.',
  },
  {
    ref: 'mobile',
    summary: 'Aurora in the pocket',
    age: 140,
    text: 'Craftspeople invoice from the van. The phone must do the four things they do there: look up, draft, photograph a receipt, see who paid.',
  },
  {
    ref: 'einvoice',
    summary: 'E-invoices by law: XRechnung, ZUGFeRD, Factur-X',
    age: 75,
    text: 'Germany and France make structured invoices compulsory between companies. Customers who cannot send them cannot invoice at all, so this is the one date we do not choose.\n\nh3. Out of scope\n* Peppol as a receiver\n* archives older than the subscription',
  },
  { ref: 'trust', summary: 'Security and operations', age: 200 },
];

/** The sprints, oldest first: nine closed, one active, two future. */
export const SPRINTS: readonly SprintPlan[] = [
  { number: 14, goal: 'A correct invoice leaves the house as a PDF' },
  { number: 15, goal: 'Invoices go out by e-mail with a payment link' },
  { number: 16, goal: 'Overdue invoices remind on their own' },
  { number: 17, goal: 'Money that arrives finds its invoice' },
  { number: 18, goal: 'Half the team is on leave: keep the house in order' },
  { number: 19, goal: 'The quarter can be handed to the tax adviser' },
  { number: 20, goal: 'First useful version on the phone' },
  { number: 21, goal: 'Recurring work invoices itself' },
  { number: 22, goal: 'Find anything, and know what is open' },
  { number: 23, goal: 'A valid XRechnung file comes out of Aurora' },
  { number: 24, goal: 'Customers in Germany send an XRechnung without help' },
  { number: 25, goal: '' },
];
