package native

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"time"
)

//go:embed node.js
var nodeScript string

// node is a process of node that runs one program after the other.
type node struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// startNode answers nil when there is no node.
func startNode() (*node, error) {
	path, err := exec.LookPath("node")
	if err != nil {
		return nil, nil
	}
	n := &node{cmd: exec.Command(path, "--stack-size=900", "-e", nodeScript)}
	if n.in, err = n.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	n.out = bufio.NewReaderSize(out, 1<<16)
	return n, n.cmd.Start()
}

func (n *node) close() {
	n.in.Close()
	n.cmd.Process.Kill()
	n.cmd.Wait()
}

// errSlow says that node did not end in time; the process is gone.
var errSlow = errors.New("node takes too long")

// run runs a program and answers what it printed and the name of the exception that ended it.
func (n *node) run(source string, patience time.Duration) (out, failure string, err error) {
	line, err := json.Marshal(map[string]string{"source": source})
	if err != nil {
		return "", "", err
	}
	if _, err := n.in.Write(append(line, '\n')); err != nil {
		return "", "", err
	}
	slow := time.AfterFunc(patience, func() { n.cmd.Process.Kill() })
	text, err := n.out.ReadBytes('\n')
	if !slow.Stop() {
		return "", "", errSlow
	}
	if err != nil {
		return "", "", err
	}
	var answer struct{ Out, Failure string }
	err = json.Unmarshal(text, &answer)
	return answer.Out, answer.Failure, err
}
