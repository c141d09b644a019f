# Types keys into an interactive shell behind a terminal of its own, and prints the words that a command would be given.
#   zsh -f drive.zsh SHELL SCRIPT KEYS
# KEYS have a tab where it is pressed. The line is then run with `show` in the place of the program.
zmodload zsh/zpty
shell=$1 script=$2 keys=$3
case $shell in
  bash) zpty terminal bash --norc --noprofile -i ;;
  zsh) zpty terminal zsh -f -i ;;
esac
type() { zpty -w -n terminal "$1" }
# What does not come within a minute does not come: what was seen until then says why.
wait_for() {
  local piece
  integer rounds=0
  while [[ $seen != *${~1}* ]]; do
    if zpty -rt terminal piece; then seen+=$piece; continue; fi
    if (( rounds++ > 600 )); then print -ru2 -- "nothing like $1 in:"$'\n'"$seen"; exit 1; fi
    sleep 0.1
  done
}
seen=''
show='show() { printf "GO""T"; printf "<%s>" "${@:2}"; echo "EN""D"; }'
type "$show; PS1=; set -o emacs; bind 'set enable-bracketed-paste off' 2>/dev/null; stty cols 4000"$'\n'
[[ $shell == zsh ]] && type 'bindkey -e; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; LISTMAX=0'$'\n'
type "source $script; echo REA''DY"$'\n'
wait_for READY
type "$keys"$'\C-a''show '$'\n'
wait_for 'GOT*END'
got=${seen##*GOT}
print -r -- ${got%%END*}
zpty -d terminal
