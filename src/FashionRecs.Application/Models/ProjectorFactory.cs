using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Models;

/// <summary>Makes the projector of some weights; it may be disposable.</summary>
/// <param name="weights">Full path of their file; null for those that ship.</param>
public delegate IPictureProjector ProjectorFactory(string? weights);
