import { eachLine } from './eachLine.mjs';

/** Modules, selectors as people write them, and signs that are none. */
export const selectors = eachLine`
import "a" as a; .
include "a"; .
import
include
.a | import
module
. module
.Instances.Instance[] | select(.Status == "Running") | .InstanceId
[.Instances.Instance[] | {id: .InstanceId, zone: .ZoneId}]
.Instances.Instance | map(select(.Tags.Tag | any(.TagKey == "env"))) | length > 0
.Disks.Disk[]|select(.Type=="system")|.DiskId
.a[.b]
.a[.b:.c]
.a[.b | .c]
.a[1 + 1]
.a[1; 2]
.a[if . then 0 else 1 end]
.a["b"]?["c"]?
.a[]["b"]
.a[][]
.a[[1]]
.[[1]]
.[{a: 1}]
.[$x]
.a{b}
.a(b)
.a()
.a.b()
.a%2
.a*.b
.a/.b
.a//.b
.a==.b
.a!=.b
.a<>.b
.a=<.b
.a!.b
.a&.b
.a^.b
.a~.b
\ 
.a\n
`;
