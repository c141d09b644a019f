import type { Shell } from './completion-shells.js';

/** The completion script of a shell. It asks bcf for what fits, and leaves files and folders to the shell itself. */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: String.raw`# Completion of bcf for bash. Put it in force with: source <(bcf completion bash)
_bcf() {
  local answer kind
  COMPREPLY=()
  answer=$(command bcf complete bash "=${'$'}{COMP_LINE:0:COMP_POINT}" "=${'$'}{COMP_LINE:COMP_POINT}" "=$2" 2>/dev/null) || return 0
  kind=${'$'}{answer%%$'\n'*}
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
    words | nospace)
      while IFS= read -r answer; do
        [ -n "$answer" ] && COMPREPLY+=("$answer")
      done <<<"${'$'}{answer#"$kind"}"
      [ "$kind" = nospace ] && compopt -o nospace 2>/dev/null
      ;;
  esac
  return 0
}
complete -F _bcf bcf
`,
  zsh: String.raw`#compdef bcf
# Completion of bcf for zsh. Put it in force with: source <(bcf completion zsh)
_bcf() {
  local -a lines texts shown spaces
  local -a line=("${'$'}{(@Q)words[2,-1]}")
  local kind one
  line[CURRENT-1]=${'$'}{(Q)PREFIX}
  lines=("${'$'}{(@f)$(command bcf complete words "=$((CURRENT - 2))" "${'$'}{(@)line/#/=}" 2>/dev/null)}")
  kind=$lines[1]
  case $kind in
    files | folders)
      [[ $PREFIX == --*=* ]] && compset -P '*='
      if [[ $kind == files ]]; then _files; else _files -/; fi
      ;;
    words | nospace)
      for one in "${'$'}{(@)lines[2,-1]}"; do
        [[ -z $one ]] && continue
        texts+=("${'$'}{one%%$'\t'*}")
        shown+=("${'$'}{one/$'\t'/  }")
      done
      [[ $kind == nospace ]] && spaces=(-S '')
      (( ${'$'}{#texts} )) && compadd -l -V bcf -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' "${'$'}{spaces[@]}" -d shown -a texts
      ;;
  esac
}
if [[ $funcstack[1] == _bcf ]]; then
  _bcf "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _bcf bcf
fi
`,
  fish: String.raw`# Completion of bcf for fish. Put it in force with: bcf completion fish | source
function __bcf_complete
    set -l before (commandline -opc)
    set -l current (string replace -r '^["\']' '' -- (commandline -ct))
    set -l all (commandline -op)
    set -l behind
    set -l next (math (count $before) + 1)
    test -n "$current"; and set next (math $next + 1)
    test (count $all) -ge $next; and set behind $all[$next..-1]
    set -l line $before[2..-1] "$current" $behind
    set -l answer (command bcf complete words "="(math (count $before) - 1) "="$line 2>/dev/null)
    switch "$answer[1]"
        case files folders
            set -l option (string match -r '^--[^=]*=' -- "$current")
            set -l path (string replace -r '^--[^=]*=' '' -- "$current")
            if test "$answer[1]" = folders
                __fish_complete_directories "$path" | string replace -r '^' -- "$option"
            else
                __fish_complete_path "$path" | string replace -r '^' -- "$option"
            end
        case words nospace
            test (count $answer) -gt 1; and printf '%s\n' $answer[2..-1]
    end
end
complete -c bcf -f -k -a '(__bcf_complete)'
`,
  powershell: String.raw`# Completion of bcf for PowerShell. Put it in force with: bcf completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName bcf -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = [System.Collections.Generic.List[string]]::new()
    $index = -1
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        $text = $element.Extent.Text
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $text = $element.Value }
        if ($index -lt 0 -and $element.Extent.EndOffset -ge $cursorPosition) {
            $index = $line.Count
            if ($element.Extent.StartOffset -ge $cursorPosition) { $line.Add('=') } else { $text = $wordToComplete.Trim("'", '"') }
        }
        $line.Add("=$text")
    }
    if ($index -lt 0) {
        $index = $line.Count
        $line.Add('=')
    }
    $answer = @(& bcf complete words "=$index" @line 2>$null)
    if ($answer.Count -eq 0) { return }
    if ($answer[0] -eq 'files' -or $answer[0] -eq 'folders') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) |
            Where-Object { $answer[0] -eq 'files' -or $_.ResultType -eq 'ProviderContainer' }
        return
    }
    foreach ($one in ($answer | Select-Object -Skip 1)) {
        if ($one -eq '') { continue }
        $value, $what = $one -split "${'`'}t", 2
        if (-not $what) { $what = $value }
        $quoted = $value
        if ($value -notmatch '^[\w./:=-]+$') { $quoted = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $what)
    }
}
`,
};
