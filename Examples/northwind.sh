#!/usr/bin/env bash
# Takes a company with its history through o2c, from order to cash: 91 customers, 77 products and
# 830 orders of 1996 to 1998 in the shape of the Northwind sample data. What was shipped then is
# shipped, invoiced and paid on its dates; what was open stays open.
#
#   Examples/northwind.sh DATA_DIR [STATE_DIR]
#
# DATA_DIR has customers.csv, products.csv, orders.csv and order_lines.csv. STATE_DIR keeps the
# request ids: run again with the same one, the script goes on where it stopped and does nothing
# twice. O2C names the program; its profile says which server.
set -euo pipefail
data="${1:?usage: $0 DATA_DIR [STATE_DIR]}"
state="${2:-$(mktemp -d)}"
o2c="${O2C:-o2c}"
mkdir -p "$state"
say() { printf '\n== %s\n' "$*"; }
echo "request ids are kept in $state"

if [[ -z "$("$o2c" warehouse list -o name)" ]]; then
  say "a warehouse, as there is none"
  "$o2c" warehouse create MAIN --request-id "@$state/warehouse"
fi

say "customers"
"$o2c" import customers "$data/customers.csv" --request-id "@$state/customers" \
  --map external_id=customer_id --map display_name=company_name --map legal_name=company_name \
  --map street_lines=address --map country_code=country \
  --map contacts.name=contact_name --map contacts.role=contact_title

say "a tax rule, products and prices"
"$o2c" tax set --tax-class NORTHWIND --category S --rate 19 --request-id "@$state/tax"
"$o2c" import products "$data/products.csv" --request-id "@$state/products" \
  --map sku=product_id --map display_name=product_name --map description=quantity_per_unit \
  --set tax_class=NORTHWIND
"$o2c" import prices "$data/products.csv" --request-id "@$state/prices" \
  --map sku=product_id --set currency_code=EUR

say "stock and credit, which the data do not have: as much as the orders need"
awk -F, 'NR == 1 { print "sku,quantity"; next } { sum[$2] += $4 }
  END { for (sku in sum) print sku "," sum[sku] }' "$data/order_lines.csv" >"$state/stock.csv.new"
{ head -1 "$state/stock.csv.new"; tail -n +2 "$state/stock.csv.new" | sort -n; } >"$state/stock.csv"
"$o2c" import stock "$state/stock.csv" --set reference=NORTHWIND --request-id "@$state/stock"
if [[ ! -e "$state/credit" ]]; then
  awk -F, 'NR > 1 { print "ext:" $1 }' "$data/customers.csv" |
    "$o2c" credit set-limit - --limit 5000000 --note "history" --yes -o name | wc -l |
    sed 's/$/ limits are set/'
  touch "$state/credit"
fi

say "orders with their lines; a discount of 0.05 is 5 percent"
"$o2c" import orders "$data/orders.csv" --request-id "@$state/orders" \
  --lines "$data/order_lines.csv" --lines-key order_id \
  --map external_id=order_id --map customer=customer_id --map requested_date=required_date \
  --map ship_to.recipient=ship_name --map ship_to.street_lines=ship_address \
  --map ship_to.city=ship_city --map ship_to.region=ship_region \
  --map ship_to.postal_code=ship_postal_code --map ship_to.country_code=ship_country \
  --map lines.sku=product_id --map 'lines.discount_percent=discount*100'

say "shipments, on the days when the goods left"
{
  echo order,ship_date,carrier
  awk -F, 'NR > 1 && $6 != "" { print "ext:" $1 "," $6 "," $7 }' "$data/orders.csv" |
    sort -t, -k2,2 -k1,1
} >"$state/shipments.csv"
"$o2c" order ship --from-file "$state/shipments.csv" -o name --request-id "@$state/ship" |
  wc -l | sed 's/$/ shipments/'

say "invoices, in the order of their dates: the numbers have no gaps"
sed -e '1s/.*/order,issue_date/' -e '2,$s/,[^,]*$//' "$state/shipments.csv" >"$state/invoices.csv"
"$o2c" order invoice --from-file "$state/invoices.csv" --yes -o name \
  --request-id "@$state/invoice" | wc -l | sed 's/$/ invoices/'

say "payments, each invoice in full on its due date"
if [[ ! -e "$state/payments.csv" ]]; then
  "$o2c" receivable items --all --filter 'due_date < "1999-12-31"' -o csv >"$state/items.csv"
  awk -F, 'NR == 1 {
      for (i = 1; i <= NF; i++) at[$i] = i
      print "customer,amount,currency,value_date,external_id,item"
      next
    }
    {
      print $at["customer"] "," $at["outstanding"] "," $at["outstanding_currency"] "," \
        $at["due"] ",NW-" $at["number"] "," $at["name"]
    }' "$state/items.csv" >"$state/payments.csv.new"
  mv "$state/payments.csv.new" "$state/payments.csv"
fi
"$o2c" payment record --from-file "$state/payments.csv" --yes -o name \
  --request-id "@$state/payment" | wc -l | sed 's/$/ payments/'

say "what came of it"
"$o2c" order list --all --filter 'order_date < "1999-01-01"' -o csv |
  awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    {
      orders++
      paid += $at["state"] == "COMPLETED" && $at["payment"] == "PAID"
      open += $at["state"] == "CONFIRMED"
      cents = $at["net"]
      sub(/\./, "", cents)
      net += cents
    }
    END {
      printf "%d orders: %d shipped, invoiced and paid, %d open\n", orders, paid, open
      printf "net of all lines: %d.%02d\n", int(net / 100), net % 100
    }'
"$o2c" ledger trial-balance
"$o2c" verify
