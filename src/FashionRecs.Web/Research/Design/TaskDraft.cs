namespace FashionRecs.Web.Research.Design;

/// <summary>A task while it is typed in.</summary>
public sealed class TaskDraft
{
    public string Text { get; set; } = "";
    public string StartAt { get; set; } = "/";
    public int LeastLikes { get; set; }
}
