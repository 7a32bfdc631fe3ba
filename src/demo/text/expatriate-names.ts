import type { NameBank } from "./names.ts";

export const egyptianNames: NameBank = {
  male: [
    ["مصطفى", "mostafa"],
    ["محمود", "mahmoud"],
    ["كريم", "karim"],
    ["طارق", "tarek"],
    ["عمرو", "amr"],
    ["هاني", "hany"],
    ["مؤمن", "moamen"],
  ],
  female: [
    ["منى", "mona"],
    ["دينا", "dina"],
    ["ياسمين", "yasmin"],
    ["نهى", "noha"],
    ["رانيا", "rania"],
    ["شيماء", "shaimaa"],
  ],
  family: [
    ["عبد الله", "abdallah"],
    ["حسن", "hassan"],
    ["أبو زيد", "abouzeid"],
    ["الشناوي", "elshenawy"],
    ["فؤاد", "fouad"],
    ["سليمان", "soliman"],
  ],
};

export const levantNames: NameBank = {
  male: [
    ["عمر", "omar"],
    ["سامر", "samer"],
    ["رامي", "rami"],
    ["فادي", "fadi"],
    ["وائل", "wael"],
    ["زياد", "ziad"],
  ],
  female: [
    ["لينا", "lina"],
    ["رنا", "rana"],
    ["هالة", "hala"],
    ["نادين", "nadine"],
    ["ديمة", "dima"],
    ["رشا", "rasha"],
  ],
  family: [
    ["حداد", "haddad"],
    ["خوري", "khoury"],
    ["النابلسي", "nabulsi"],
    ["قاسم", "kassem"],
    ["شاهين", "shaheen"],
    ["عيسى", "issa"],
  ],
};

export const indianNames: NameBank = {
  male: [
    ["Rahul", "rahul"],
    ["Arjun", "arjun"],
    ["Vikram", "vikram"],
    ["Sanjay", "sanjay"],
    ["Anil", "anil"],
    ["Imran", "imran"],
  ],
  female: [
    ["Priya", "priya"],
    ["Anita", "anita"],
    ["Deepa", "deepa"],
    ["Sneha", "sneha"],
    ["Kavya", "kavya"],
  ],
  family: [
    ["Menon", "menon"],
    ["Nair", "nair"],
    ["Sharma", "sharma"],
    ["Patel", "patel"],
    ["Khan", "khan"],
    ["Reddy", "reddy"],
  ],
};

export const britishNames: NameBank = {
  male: [
    ["James", "james"],
    ["Daniel", "daniel"],
    ["Oliver", "oliver"],
    ["Thomas", "thomas"],
    ["Mark", "mark"],
  ],
  female: [
    ["Emma", "emma"],
    ["Charlotte", "charlotte"],
    ["Sophie", "sophie"],
    ["Laura", "laura"],
    ["Helen", "helen"],
  ],
  family: [
    ["Whitaker", "whitaker"],
    ["Harris", "harris"],
    ["O'Brien", "obrien"],
    ["Clarke", "clarke"],
    ["Bennett", "bennett"],
    ["Moore", "moore"],
  ],
};
