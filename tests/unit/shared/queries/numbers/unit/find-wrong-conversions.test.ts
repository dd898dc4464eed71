import { expect, test } from 'vitest';
import { findInText } from '../find-in-text';

test.each([
  ['en', 'A 10-mile (12 km) road.'],
  ['en', 'The bridge is 10 miles (12 km) long.'],
  ['en', 'He is 5 feet 10 (190 cm) tall.'],
  ['en', 'It was 30 °C (90 °F) outside.'],
  ['en', 'Winds of 20 knots (50 km/h) blew.'],
  ['en', 'A 300-acre (200 hectares) farm.'],
  ['en', 'The bag weighed 20 kg, or 60 pounds.'],
  ['en', 'Temperatures of minus 40 °C (40 °F).'],
  ['en', 'The engine has 300 hp (260 kW).'],
  ['en', 'The flat has 1,000 sq ft (150 m²).'],
  ['en', 'The tank holds 100 gallons (300 litres).'],
  ['en', 'By noon it was 28C (92F) in the shade.'],
  ['en', 'It covers 250 acres – roughly 150 hectares – of marsh.'],
  ['de', 'Es flog in 30.000 Fuß Höhe (rund 12.000 Meter).'],
  ['en', 'It climbed to 35,000 feet, roughly 8,500 metres, and turned.'],
  ['de', 'Der Park misst 50 Hektar, also 50.000 Quadratmeter.'],
  ['de', 'Der Weg ist 10 Meilen (12 Kilometer) lang.'],
  ['de', 'Es waren 30 Grad Celsius (90 Grad Fahrenheit).'],
  ['de', 'Die Halle misst 1.000 Quadratfuß, umgerechnet 150 Quadratmeter.'],
  ['de', 'Der Motor leistet 100 kW (160 PS).'],
  ['fr', 'La route fait 10 miles (12 km).'],
])('%s: a quantity in two units is queried where it is wrong: %s', (language, text) => {
  const found = findInText('unit', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'A 10-mile (16 km) road.'],
  ['en', 'He is 5ft 10in (1.78m) tall.'],
  ['en', 'It was 30 °C (86 °F) outside.'],
  ['en', 'About 300 acres (120 ha) burnt.'],
  ['en', 'The line is 12 miles (8 km of it in tunnels) long.'],
  ['en', 'A rise of 2 °C (3.6 °F) is likely.'],
  ['en', 'A 6-foot (2 m) wall.'],
  ['en', 'It is 30 miles (50 km) away, at 1,500 metres (5,000 feet).'],
  ['en', 'From 20 miles (32km) he saw a man of 7 feet, 2 inches (218 cm).'],
  ['en', 'Temperatures of minus 40 °C (minus 40 °F).'],
  ['en', 'Between 10 and 20 miles (16 and 32 km).'],
  ['en', 'You can run 5 km or 10 miles.'],
  ['en', 'It costs $3 per gallon (79 cents per litre).'],
  ['en', 'A room of 12 m (3 kg of paint).'],
  ['de', 'Die Halle misst 1.000 Quadratfuß, umgerechnet rund 93 Quadratmeter.'],
  ['en', 'By noon it was 28C (82F) in the shade.'],
  ['de', 'Es flog in 30.000 Fuß Höhe (rund 9.100 Meter).'],
  ['en', 'It climbed to 35,000 feet, roughly 10,500 metres, and turned.'],
  ['en', 'They ran 5 km, 10 miles, 20 km and 30 miles.'],
  ['de', 'Der Park misst 50 Hektar, also 500.000 Quadratmeter.'],
  ['de', 'Der Park misst 50 Hektar (300 Quadratmeter davon bebaut).'],
  ['de', 'Der Weg ist 10 Meilen (16 Kilometer) lang.'],
  ['de', 'Der Motor leistet 100 kW (136 PS).'],
  ['de', 'Der Tunnel ist 12 km (8 km davon zweigleisig) lang.'],
])('%s: a quantity in two units is not queried where it may be right: %s', (language, text) => {
  expect(findInText('unit', language, text)).toEqual([]);
});
