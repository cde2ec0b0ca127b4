namespace FashionRecs.Application.Nodes;

/// <summary>What a server of the shop runs.</summary>
/// <param name="Id">The process.</param>
/// <param name="Name">What people call it: machine and process.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Vocabulary">The words it reads pictures in: name, version, and a fingerprint of the values.</param>
/// <param name="Weights">Fingerprint of the weights it reads pictures with.</param>
public sealed record NodeState(Guid Id, string Name, string Version, string Vocabulary, string Weights);
