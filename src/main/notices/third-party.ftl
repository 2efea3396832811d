<#list dependencyMap as entry>
<#assign project = entry.getKey()>
${project.artifactId} ${project.version}: ${entry.getValue()?join(", ")}<#if project.url??>, ${project.url}</#if>
</#list>
OpenBLAS @openblas.version@ (where there is a build for the platform): BSD-3-Clause, https://www.openblas.net; with libgfortran, libquadmath and libgcc of GCC: GPL-3.0 with the GCC Runtime Library Exception
