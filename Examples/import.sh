#!/usr/bin/env bash
# Takes the small company of Examples/company through o2c: customers, products, prices, stock and
# credit, a dozen orders; ten of them shipped, invoiced and paid, two still open.
#
#   Examples/import.sh [STATE_DIR]
#
# STATE_DIR keeps the request ids: run again with the same one, the script does nothing twice. O2C
# names the program; its profile says which server.
set -euo pipefail
data="$(cd "$(dirname "$0")" && pwd)/company"
state="${1:-$(mktemp -d)}"
o2c="${O2C:-o2c}"
mkdir -p "$state"
say() { printf '\n== %s\n' "$*"; }
echo "request ids are kept in $state"

say "customers: --map says which column feeds which field"
"$o2c" import customers "$data/customers.csv" --request-id "@$state/customers" \
  --map external_id=number,display_name=name,legal_name=name,street_lines=street \
  --map country_code=country,payment_terms=terms

say "tax rules, products, prices: columns named after their fields need no map"
"$o2c" tax set --tax-class EXAMPLE --category S --rate 19 --request-id "@$state/tax"
"$o2c" tax set --tax-class EXAMPLE_FOOD --category S --rate 7 --request-id "@$state/tax-food"
"$o2c" import products "$data/products.csv" --request-id "@$state/products"
"$o2c" import prices "$data/products.csv" --set currency_code=EUR --request-id "@$state/prices"

say "stock and credit limits"
"$o2c" import stock "$data/stock.csv" --set reference=OPENING --request-id "@$state/stock"
# The limit is the last column, the number the first; neither is ever quoted.
if [[ ! -e "$state/credit" ]]; then
  awk -F, 'NR > 1 { print $1, $NF }' "$data/customers.csv" | while read -r number limit; do
    "$o2c" credit set-limit "ext:$number" --limit "$limit" --yes -o name </dev/null
  done
  touch "$state/credit"
fi

say "orders, from a file of orders and a file of their lines"
"$o2c" import orders "$data/orders.csv" --request-id "@$state/orders" \
  --lines "$data/order_lines.csv" --lines-key order \
  --map external_id=order,purchase_order_reference=reference \
  --map 'lines.discount_percent=discount*100'
"$o2c" order list --filter 'external_id = "A-1*"' --sort order_date

say "shipped, invoiced in the order of the dates, and paid"
{
  echo order,ship_date
  awk -F, 'NR > 1 && $5 != "" { print "ext:" $1 "," $5 }' "$data/orders.csv" | sort -t, -k2,2 -k1,1
} >"$state/shipments.csv"
"$o2c" order ship --from-file "$state/shipments.csv" --request-id "@$state/ship"
sed '1s/.*/order,issue_date/' "$state/shipments.csv" >"$state/invoices.csv"
"$o2c" order invoice --from-file "$state/invoices.csv" --yes --request-id "@$state/invoice"
if [[ ! -e "$state/payments.csv" ]]; then
  "$o2c" receivable items --all -o csv \
    --filter 'due_date >= "2025-03-01" AND due_date < "2025-06-01"' >"$state/items.csv"
  awk -F, 'NR == 1 {
      for (i = 1; i <= NF; i++) at[$i] = i
      print "customer,amount,currency,value_date,external_id,item"
      next
    }
    {
      print $at["customer"] "," $at["outstanding"] "," $at["outstanding_currency"] "," \
        $at["due"] ",EX-" $at["number"] "," $at["name"]
    }' "$state/items.csv" >"$state/payments.csv.new"
  mv "$state/payments.csv.new" "$state/payments.csv"
fi
"$o2c" payment record --from-file "$state/payments.csv" --yes --request-id "@$state/payment"

say "what came of it"
"$o2c" order list --filter 'external_id = "A-1*"' --sort order_date
"$o2c" customer balance ext:K-05
"$o2c" order timeline ext:A-1004
"$o2c" ledger trial-balance
"$o2c" verify
