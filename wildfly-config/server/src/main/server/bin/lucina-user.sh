#!/bin/sh
# Creates a user of the running server, or gives an existing one a new password and other roles:
#   lucina-user.sh NAME ROLE...      roles: admin, writer, reader, deidentified
# Asks for the password. CONTROLLER=host:port names another management port than localhost:9990.
set -eu

if [ $# -lt 2 ]; then
  sed -n '2,4s/^# *//p' "$0"
  exit 2
fi
name=$1
shift
roles=$(echo "$*" | tr ' ' ',')
case $name$roles in
  *[!A-Za-z0-9._,-]*) echo "Names and roles are letters, digits, dots and dashes" >&2; exit 2 ;;
esac

[ ! -t 0 ] || printf 'Password: '
[ ! -t 0 ] || stty -echo
IFS= read -r password
[ ! -t 0 ] || { stty echo; echo; }
quoted=$(printf '%s' "$password" | sed 's/[\\"]/\\&/g')
salt=$(od -An -N16 -tx1 /dev/urandom | tr -s ' \n' ' ' | sed 's/^ //; s/ $//; s/ /,0x/g; s/^/0x/')

script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat > "$script" <<END
set realm=/subsystem=elytron/filesystem-realm=LucinaRealm
if (outcome != success) of \$realm:read-identity(identity=$name)
  \$realm:add-identity(identity=$name)
else
  \$realm:remove-identity-attribute(identity=$name, name=roles)
end-if
\$realm:set-password(identity=$name, bcrypt={password="$quoted", salt=bytes{$salt}, iteration-count=8})
\$realm:add-identity-attribute(identity=$name, name=roles, value=[$roles])
/subsystem=elytron/caching-realm=LucinaUsers:clear-cache
END
"$(dirname "$0")/jboss-cli.sh" --connect --controller="${CONTROLLER:-localhost:9990}" --file="$script" > "$script.log" ||
  { cat "$script.log" >&2; rm -f "$script.log"; exit 1; }
rm -f "$script.log"
echo "$name: $roles"
