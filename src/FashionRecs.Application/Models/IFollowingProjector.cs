using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Models;

/// <summary>A projector that can follow the weights in use.</summary>
public interface IFollowingProjector : IPictureProjector
{
    /// <summary>Follows what is in use now; returns whether the shop ever left the weights that ship.</summary>
    Task<bool> FollowAsync(CancellationToken cancellation = default);
}
